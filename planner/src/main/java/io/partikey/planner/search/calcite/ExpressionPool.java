package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.ExpressionRewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.ReturnTypes;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of one statement, as Calcite carries them and back.
 *
 * <p>A column is a column. Everything else is a call of a function that stands for the expression
 * and that Calcite knows nothing of, on the columns that the expression uses; equal expressions are
 * calls of one function. Limits are dynamic parameters. So nothing is left that Calcite could
 * simplify, compare or give a type.
 *
 * <pre>
 * price * 2 &lt; ?1     with price in column 3     -&gt;     $E0($3)
 * </pre>
 */
final class ExpressionPool {
  private final Map<Expression, Carrier> carriers = new HashMap<>();
  private final List<Expression> constants = new ArrayList<>();

  /** The expressions of the statement that a cluster belongs to. */
  static ExpressionPool of(RelOptCluster cluster) {
    return PlannerSession.of(cluster).expressions();
  }

  /** An expression as the value of a column. */
  RexNode value(Expression expression) {
    return expression instanceof ColumnReference column
        ? column(column.index())
        : call(expression, DynamicTypes.ANY);
  }

  /** An expression as a condition. */
  RexNode condition(Expression expression) {
    return call(expression, DynamicTypes.CONDITION);
  }

  /** A limit or an offset. */
  RexNode constant(Expression expression) {
    constants.add(expression);
    return DynamicTypes.REX.makeDynamicParam(DynamicTypes.ANY, constants.size() - 1);
  }

  private RexNode call(Expression expression, RelDataType type) {
    List<Integer> columns = ExpressionRewriter.columns(expression).distinct().toList();
    Expression onOperands =
        ExpressionRewriter.replaceColumns(
            expression, column -> new ColumnReference(columns.indexOf(column)));
    Carrier carrier =
        carriers.computeIfAbsent(onOperands, each -> new Carrier("$E" + carriers.size(), each));
    List<RexNode> operands = columns.stream().map(ExpressionPool::column).toList();
    return DynamicTypes.REX.makeCall(type, carrier, operands);
  }

  private static RexNode column(int index) {
    return DynamicTypes.REX.makeInputRef(DynamicTypes.ANY, index);
  }

  /** The expression that a node carries. */
  Expression expression(RexNode node) {
    if (node instanceof RexInputRef column) {
      return new ColumnReference(column.getIndex());
    }
    if (node instanceof RexDynamicParam constant) {
      return constants.get(constant.getIndex());
    }
    RexCall call = (RexCall) node;
    return ExpressionRewriter.replaceColumns(
        ((Carrier) call.getOperator()).expression,
        operand -> expression(call.getOperands().get(operand)));
  }

  /** The expressions that nodes carry. */
  List<Expression> expressions(List<RexNode> nodes) {
    return nodes.stream().map(this::expression).toList();
  }

  /** The expression that a node carries, null for no node. */
  @Nullable Expression expressionOrNull(@Nullable RexNode node) {
    return node == null ? null : expression(node);
  }

  /** A function that stands for an expression over its operands. */
  private static final class Carrier extends SqlFunction {
    private final Expression expression;

    Carrier(String name, Expression expression) {
      super(
          name,
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.explicit(DynamicTypes.ANY),
          null,
          null,
          SqlFunctionCategory.USER_DEFINED_FUNCTION);
      this.expression = expression;
    }
  }
}
