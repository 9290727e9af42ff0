package io.partikey.planner.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Conditional;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.ListConstructor;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.expression.Not;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.PathAccess;
import io.partikey.engine.expression.Presence;
import io.partikey.engine.expression.Required;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.expression.SetConstructor;
import io.partikey.engine.item.PathStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionRewriterTest {
  private static final Expression COLUMN = new ColumnReference(1);

  /** One expression of every kind that has parts, each around the column. */
  private static final Expression EVERYTHING =
      Logical.and(
          List.of(
              new Comparison(ComparisonOperator.LESS, COLUMN, new Parameter(0)),
              new Between(COLUMN, COLUMN, new Literal(null)),
              new InList(COLUMN, List.of(COLUMN, new Parameter(1))),
              new Not(new Presence(COLUMN, Presence.Test.NULL)),
              new FunctionCall(ScalarFunction.SIZE, List.of(COLUMN)),
              new Conditional(
                  List.of(
                      new Conditional.Branch(COLUMN, new Required(COLUMN)),
                      new Conditional.Branch(new Literal(null), COLUMN)),
                  COLUMN),
              new Arithmetic(Arithmetic.Operator.ADD, COLUMN, COLUMN, true),
              new PathAccess(COLUMN, List.of(new PathStep.Member("m"))),
              new ListConstructor(List.of(COLUMN)),
              new SetConstructor(List.of(COLUMN)),
              new MapConstructor(Map.of("k", COLUMN))));

  @Test
  void replacesColumnsEverywhere() {
    Expression moved =
        ExpressionRewriter.replaceColumns(EVERYTHING, i -> new ColumnReference(i + 6));

    assertThat(moved.toString())
        .isEqualTo(
            EVERYTHING.toString().replace("ColumnReference[index=1]", "ColumnReference[index=7]"));
  }

  @Test
  void returnsTheSameInstanceWhereNothingChanges() {
    assertThat(ExpressionRewriter.rewrite(EVERYTHING, part -> part)).isSameAs(EVERYTHING);
  }

  @Test
  void handsPartsOverAfterThePartsInsideThem() {
    Expression inner = new Comparison(ComparisonOperator.EQUAL, COLUMN, new Parameter(0));

    Expression result =
        ExpressionRewriter.rewrite(
            new Not(inner),
            part -> {
              if (part == COLUMN) {
                return new ColumnReference(9);
              }
              boolean sawTheNewColumn =
                  part instanceof Comparison c && c.left().equals(new ColumnReference(9));
              return sawTheNewColumn ? new Parameter(5) : part;
            });

    assertThat(result).isEqualTo(new Not(new Parameter(5)));
  }

  @Test
  void findsEveryUseOfAColumn() {
    Expression twice = new Arithmetic(Arithmetic.Operator.ADD, COLUMN, COLUMN, false);

    assertThat(ExpressionRewriter.columns(twice)).containsExactly(1, 1);
  }
}
