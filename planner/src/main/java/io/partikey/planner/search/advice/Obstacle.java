package io.partikey.planner.search.advice;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Logical.Operator;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.References;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.key.SourceConditions;
import io.partikey.planner.search.key.ValueCondition;
import java.util.Optional;

/** Why the conditions of a read bound no key, in words. */
final class Obstacle {
  /** Most characters of a condition that are quoted. */
  private static final int MOST_CHARACTERS = 80;

  private final WeighedRead read;
  private final SearchContext context;

  private Obstacle(WeighedRead read, SearchContext context) {
    this.read = read;
    this.context = context;
  }

  /** What stands in the way, one sentence. */
  static String of(WeighedRead read, SearchContext context) {
    Obstacle obstacle = new Obstacle(read, context);
    return obstacle.unkeyedBranch().or(obstacle::filterOnKey).orElse("Nothing bounds its key.");
  }

  private Optional<String> unkeyedBranch() {
    for (Expression conjunct : read.conditions().conjuncts()) {
      if (conjunct instanceof Logical logical && logical.operator() == Operator.OR) {
        return Optional.of(
            read.branches(conjunct).stream()
                .filter(branch -> !WeighedRead.isKeyed(branch, context))
                .findFirst()
                .flatMap(branch -> text(lastOf(branch)))
                .map(branch -> "Nothing bounds its key in the branch " + branch + " of the OR.")
                .orElseGet(
                    () ->
                        "Its OR has "
                            + logical.terms().size()
                            + " branches, more than are read each by itself."));
      }
    }
    return Optional.empty();
  }

  private static Expression lastOf(SourceConditions branch) {
    return branch.conjuncts().get(branch.conjuncts().size() - 1);
  }

  private Optional<String> filterOnKey() {
    for (KeyAttribute attribute : read.source().key().partition()) {
      for (Expression conjunct : read.conditions().conjuncts()) {
        Optional<String> text = text(conjunct);
        if (text.isPresent() && isFilterOn(attribute.name(), conjunct)) {
          return Optional.of(
              "Nothing bounds its key: "
                  + text.get()
                  + " is only a filter, since a partition key takes = or IN with values.");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isFilterOn(String attribute, Expression conjunct) {
    boolean points =
        ValueCondition.of(conjunct)
            .filter(condition -> condition.attribute().equals(attribute))
            .filter(ValueCondition::isPoints)
            .isPresent();
    return !points
        && !comparesAttributes(conjunct)
        && References.attributes(conjunct).anyMatch(attribute::equals);
  }

  private static boolean comparesAttributes(Expression conjunct) {
    return conjunct instanceof Comparison comparison
        && comparison.left() instanceof AttributeReference
        && comparison.right() instanceof AttributeReference;
  }

  /** A condition as a reader knows it; not one with columns, which have no names here. */
  private static Optional<String> text(Expression condition) {
    if (ExpressionRewriter.columns(condition).findAny().isPresent()) {
      return Optional.empty();
    }
    String text = ExpressionText.of(condition);
    return Optional.of(
        text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…");
  }
}
