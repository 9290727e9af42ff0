package io.partikey.planner.search;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.search.key.AttributeCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one item that a write of DynamoDB's dialect names, which was found to be keyed: an equality
 * with each key attribute. Everything else that WHERE says is the condition of the write, whatever
 * it says of the key.
 */
final class NamedItem {
  private final List<Expression> others;
  private final Optional<Expression> partition;
  private final Optional<Expression> sort;

  /** The key in conditions that all hold. */
  NamedItem(TableDescription table, List<Expression> conjuncts) {
    this.others = new ArrayList<>(conjuncts);
    this.partition = take(table.partitionKey());
    this.sort = table.sortKey().flatMap(this::take);
  }

  private Optional<Expression> take(KeyAttribute attribute) {
    for (Expression conjunct : others) {
      Optional<Expression> value =
          AttributeCondition.ofEquality(conjunct)
              .filter(equality -> equality.attribute().equals(attribute.name()))
              .map(equality -> equality.points().get(0));
      if (value.isPresent()) {
        others.removeIf(conjunct::equals);
        return value;
      }
    }
    return Optional.empty();
  }

  /** What the partition attribute equals. */
  Expression partition() {
    return partition.orElseThrow();
  }

  /** What the sort attribute equals, null where the table has none. */
  @Nullable Expression sort() {
    return sort.orElse(null);
  }

  /** The other conditions. */
  List<Expression> others() {
    return List.copyOf(others);
  }
}
