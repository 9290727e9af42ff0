package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.NullValue;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.AggregateCall.AggregateFunction;
import io.partikey.planner.bound.ExpressionRewriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one SELECT: its keys, and the aggregates that its select list, HAVING and ORDER BY
 * call, each computed once.
 */
final class GroupBinder implements Aggregates, OutputBinder.Values {
  private final BindingContext context;
  private final ExpressionBinder arguments;
  private final ExpressionBinder expressions;
  private final Map<Integer, Expression> keys = new LinkedHashMap<>();
  private final Map<Expression, Expression> columns = new HashMap<>();
  private final Map<Integer, AggregateCall> calls = new LinkedHashMap<>();

  GroupBinder(BindingContext context) {
    this.context = context;
    this.arguments = new ExpressionBinder(context, Aggregates.NONE);
    this.expressions = new ExpressionBinder(context, this);
  }

  /** Groups by an expression over the rows. */
  void addKey(Expression key) {
    if (!columns.containsKey(key)) {
      ColumnReference column = context.symbols().create(key);
      columns.put(key, column);
      keys.put(column.index(), key);
    }
  }

  @Override
  public Expression call(AggregateCallSyntax written, Scope scope) {
    AggregateCall call = bound(written, scope);
    for (Map.Entry<Integer, AggregateCall> known : calls.entrySet()) {
      if (known.getValue().equals(call)) {
        return new ColumnReference(known.getKey());
      }
    }
    ColumnReference column = context.symbols().create(types(call));
    calls.put(column.index(), call);
    return column;
  }

  @Override
  public Expression keyOr(Expression expression) {
    if (keys.isEmpty()) {
      return expression;
    }
    // The parts were replaced before: in GROUP BY a, a + b the second key has the first one in it.
    return columns.getOrDefault(context.symbols().substitute(expression, keys), expression);
  }

  @Override
  public Expression bind(ExpressionSyntax written, Scope scope) {
    return overGroups(expressions.bind(written, scope), written.span());
  }

  @Override
  public Expression column(Expression column, SourceSpan star) {
    return overGroups(keyOr(column), star);
  }

  /** A condition over the groups: HAVING. */
  Expression bindCondition(ExpressionSyntax written, Scope scope) {
    return overGroups(expressions.bindCondition(written, scope), written.span());
  }

  private Expression overGroups(Expression bound, SourceSpan span) {
    boolean overGroups =
        ExpressionRewriter.columns(bound)
            .allMatch(column -> keys.containsKey(column) || calls.containsKey(column));
    if (overGroups) {
      return bound;
    }
    throw BindingErrors.at(
        span,
        ErrorCode.VALIDATION,
        context.textAt(span)
            + " is not the same for all rows of a group. Name it in GROUP BY or aggregate it, for"
            + " example with MIN.");
  }

  /** The groups of some rows. */
  Draft group(Draft input) {
    return new Draft.Grouping(input, keys, calls);
  }

  private AggregateCall bound(AggregateCallSyntax written, Scope scope) {
    @Nullable Expression argument =
        written.argument() == null ? null : arguments.bind(written.argument(), scope);
    @Nullable Expression filter =
        written.filter() == null ? null : arguments.bindCondition(written.filter(), scope);
    AggregateFunction function = function(written.function());
    boolean countsRows =
        function == AggregateFunction.COUNT && !written.distinct() && isPresent(argument);
    return new AggregateCall(
        function,
        countsRows ? null : argument,
        written.distinct(),
        filter == null || filter.equals(Simplification.TRUE) ? null : filter);
  }

  private Set<AttributeType> types(AggregateCall call) {
    @Nullable Expression argument = call.argument();
    return switch (call.function()) {
      case COUNT, SUM, AVG -> Set.of(AttributeType.N);
      case MIN, MAX ->
          argument == null ? Set.of() : ExpressionTypes.of(argument, context.symbols());
    };
  }

  // COUNT(1) counts rows as COUNT(*) does.
  private static boolean isPresent(@Nullable Expression argument) {
    return argument instanceof Literal literal
        && literal.value() != null
        && literal.value() != NullValue.NULL;
  }

  private static AggregateFunction function(AggregateCallSyntax.Function function) {
    return switch (function) {
      case COUNT -> AggregateFunction.COUNT;
      case SUM -> AggregateFunction.SUM;
      case AVG -> AggregateFunction.AVG;
      case MIN -> AggregateFunction.MIN;
      case MAX -> AggregateFunction.MAX;
    };
  }
}
