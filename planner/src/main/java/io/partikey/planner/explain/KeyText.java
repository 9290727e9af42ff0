package io.partikey.planner.explain;

import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.MultiGet;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.SortBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys and ranges as EXPLAIN writes them: {@code key=[Artist = ?1, Song >= 'a']}. */
final class KeyText {
  /** Most values of an IN that are written out. */
  private static final int MOST_VALUES = 5;

  private final IntFunction<String> outerColumns;

  /** Texts of keys that may use columns of an outer row of these names. */
  KeyText(IntFunction<String> outerColumns) {
    this.outerColumns = outerColumns;
  }

  String of(KeyGet get) {
    return key(get.table(), get.partition(), get.sort());
  }

  /** The key of one item. */
  String key(TableDescription table, Expression partition, @Nullable Expression sort) {
    List<String> conditions = new ArrayList<>();
    conditions.add(values(table.partitionKey(), List.of(partition)));
    if (sort != null) {
      conditions.add(values(table.sortKey().orElseThrow(), List.of(sort)));
    }
    return bracketed(conditions);
  }

  String of(MultiGet get) {
    List<String> conditions = new ArrayList<>();
    conditions.add(values(get.table().partitionKey(), get.partitions()));
    get.table().sortKey().ifPresent(sort -> conditions.add(values(sort, get.sorts())));
    return bracketed(conditions);
  }

  String of(Query query) {
    @Nullable IndexDescription index = query.index();
    KeySchema key = index == null ? query.table().key() : index.key();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < key.partition().size(); i++) {
      conditions.add(values(key.partition().get(i), query.partitions().get(i)));
    }
    addRange(key.sort(), query.range(), conditions);
    return bracketed(conditions);
  }

  private void addRange(List<KeyAttribute> sort, SortBounds range, List<String> conditions) {
    int equal = range.equal().size();
    for (int i = 0; i < equal; i++) {
      conditions.add(values(sort.get(i), List.of(range.equal().get(i))));
    }
    if (equal == sort.size()) {
      return;
    }
    String name = LiteralText.name(sort.get(equal).name());
    for (SortBounds.End end : range.lower()) {
      conditions.add(name + (end.inclusive() ? " >= " : " > ") + text(end.value()));
    }
    for (SortBounds.End end : range.upper()) {
      conditions.add(name + (end.inclusive() ? " <= " : " < ") + text(end.value()));
    }
    for (Expression prefix : range.prefixes()) {
      conditions.add("begins_with(" + name + ", " + text(prefix) + ")");
    }
  }

  private String values(KeyAttribute attribute, List<Expression> values) {
    String name = LiteralText.name(attribute.name());
    if (values.size() == 1) {
      return name + (values.get(0) instanceof Elements ? " IN " : " = ") + text(values.get(0));
    }
    String written =
        values.stream().limit(MOST_VALUES).map(this::text).collect(Collectors.joining(", "));
    int more = values.size() - MOST_VALUES;
    return name + " IN (" + written + (more > 0 ? ", and " + more + " more" : "") + ")";
  }

  private String text(Expression expression) {
    return ExpressionText.of(expression, outerColumns);
  }

  private static String bracketed(List<String> conditions) {
    return " key=[" + String.join(", ", conditions) + "]";
  }
}
