package io.partikey.planner.bind;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.expression.PathAccess;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.PathStep;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.bound.ExpressionRewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of one statement while it is bound: numbers that each name a column wherever it is
 * used, written as {@link ColumnReference}s, and what is known of where their values come from.
 */
final class Symbols {
  private final Map<Integer, Origin> origins = new HashMap<>();
  private final Map<Integer, Set<AttributeType>> types = new HashMap<>();
  private int next;

  /**
   * Where a column's values come from, unchanged.
   *
   * @param table the table or index
   * @param attribute the top-level attribute, empty for whole items
   */
  record Origin(Draft.Table table, Optional<String> attribute) {}

  /** A column of which nothing is known. */
  ColumnReference create() {
    return new ColumnReference(next++);
  }

  /** A column with values of a table. */
  ColumnReference create(Origin origin) {
    origins.put(next, origin);
    return create();
  }

  /** A column that holds what an expression computes. */
  ColumnReference create(Expression computed) {
    Optional<Origin> origin = origin(computed);
    return origin.isPresent() ? create(origin.get()) : create(ExpressionTypes.of(computed, this));
  }

  /** A column with values of these types. */
  ColumnReference create(Set<AttributeType> typesOfValues) {
    types.put(next, typesOfValues);
    return create();
  }

  /** The types that the values of a column may have; none when nothing is known. */
  Set<AttributeType> types(ColumnReference column) {
    Optional<Origin> origin = origin(column);
    if (origin.isEmpty()) {
      return types.getOrDefault(column.index(), Set.of());
    }
    return origin.get().attribute().isEmpty()
        ? Set.of(AttributeType.M)
        : KnownAttributes.types(
            origin.get().table().source().table(), origin.get().attribute().get());
  }

  /** Where the values of an expression come from, if it is a column and that is known. */
  Optional<Origin> origin(Expression expression) {
    return expression instanceof ColumnReference column
        ? Optional.ofNullable(origins.get(column.index()))
        : Optional.empty();
  }

  /**
   * The value that steps lead to from a value. A member of a whole item is the attribute itself, so
   * that it can be seen to be a key.
   */
  Expression path(Expression base, List<PathStep> steps) {
    if (steps.isEmpty()) {
      return base;
    }
    if (base instanceof PathAccess inner) {
      List<PathStep> all = new ArrayList<>(inner.steps());
      all.addAll(steps);
      return new PathAccess(inner.base(), all);
    }
    if (steps.get(0) instanceof PathStep.Member member) {
      List<PathStep> rest = steps.subList(1, steps.size());
      if (base instanceof MapConstructor map) {
        return path(map.members().getOrDefault(member.name(), new Literal(null)), rest);
      }
      Optional<Draft.Table> table = tableOfWholeItem(base);
      if (table.isPresent()) {
        return path(table.get().attribute(member.name()), rest);
      }
    }
    return new PathAccess(base, steps);
  }

  /** An expression with columns replaced by what they are computed from. */
  Expression substitute(Expression expression, Map<Integer, Expression> computed) {
    return ExpressionRewriter.rewrite(
        expression,
        part -> {
          if (part instanceof ColumnReference column) {
            return computed.getOrDefault(column.index(), column);
          }
          return part instanceof PathAccess path ? path(path.base(), path.steps()) : part;
        });
  }

  // Only the table's own column: one that was grouped by or made distinct holds other rows.
  private Optional<Draft.Table> tableOfWholeItem(Expression expression) {
    return origin(expression)
        .filter(origin -> origin.attribute().isEmpty())
        .map(Origin::table)
        .filter(table -> table.isItem(expression));
  }
}
