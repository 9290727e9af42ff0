package io.partikey.planner.search.key;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.TableSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table or index of a statement together with what the statement says of its items.
 *
 * @param source the table or index
 * @param conjuncts conditions in normal form that must all hold of an item; its attributes are
 *     named, and columns are those of the outer row of a lookup
 */
public record SourceConditions(TableSource source, List<Expression> conjuncts) {
  public SourceConditions {
    conjuncts = NormalForm.of(conjuncts);
  }

  /** A source with conditions on its columns. None of them may use the whole item. */
  public static SourceConditions ofColumns(TableSource source, List<Expression> conjuncts) {
    return ofLookup(source, 0, conjuncts);
  }

  /**
   * A source that is looked up for each row of another relation, with conditions on the columns of
   * that relation and then of the source. None of them may use the whole item.
   */
  public static SourceConditions ofLookup(
      TableSource source, int outerWidth, List<Expression> conjuncts) {
    List<Expression> named =
        conjuncts.stream()
            .map(
                conjunct ->
                    ExpressionRewriter.replaceColumns(
                        conjunct, column -> column(source, outerWidth, column)))
            .toList();
    return new SourceConditions(source, named);
  }

  private static Expression column(TableSource source, int outerWidth, int column) {
    return column < outerWidth
        ? new ColumnReference(column)
        : new AttributeReference(source.attributes().get(column - outerWidth));
  }

  /** Whether conditions on the columns of a source use attributes alone, not the whole item. */
  public static boolean areOnAttributes(TableSource source, List<Expression> conjuncts) {
    int attributes = source.attributes().size();
    return conjuncts.stream()
        .flatMap(ExpressionRewriter::columns)
        .allMatch(column -> column < attributes);
  }

  /** Whether no item meets the conditions. */
  public boolean isNever() {
    return NormalForm.isNever(conjuncts);
  }

  /** The attributes that have one value in all items that meet the conditions. */
  public Set<String> fixedAttributes() {
    Set<String> fixed = new LinkedHashSet<>();
    for (Expression conjunct : conjuncts) {
      ValueCondition.ofEquality(conjunct).ifPresent(equality -> fixed.add(equality.attribute()));
    }
    return fixed;
  }
}
