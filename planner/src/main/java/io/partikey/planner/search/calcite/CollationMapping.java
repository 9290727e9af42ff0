package io.partikey.planner.search.calcite;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/** Asks the first input for the order that is asked of an expression which keeps that order. */
final class CollationMapping {
  private CollationMapping() {}

  /**
   * The traits to have and to ask of the input, null if the order cannot be had from it.
   *
   * @param required what is asked of the expression
   * @param columns the column of the input that a column of the expression is, if it is one
   */
  static @Nullable Pair<RelTraitSet, List<RelTraitSet>> toInput(
      RelTraitSet required, IntFunction<OptionalInt> columns) {
    @Nullable RelCollation collation = required.getCollation();
    if (required.getConvention() != ItemConvention.INSTANCE || collation == null) {
      return null;
    }
    List<RelFieldCollation> mapped = new ArrayList<>();
    for (RelFieldCollation field : collation.getFieldCollations()) {
      OptionalInt column = columns.apply(field.getFieldIndex());
      if (column.isEmpty()) {
        return null;
      }
      mapped.add(field.withFieldIndex(column.getAsInt()));
    }
    return Pair.of(required, List.of(required.replace(RelCollations.of(mapped))));
  }

  /** Maps the leading columns to those of the input, and the others to none. */
  static IntFunction<OptionalInt> leading(int width) {
    return column -> column < width ? OptionalInt.of(column) : OptionalInt.empty();
  }
}
