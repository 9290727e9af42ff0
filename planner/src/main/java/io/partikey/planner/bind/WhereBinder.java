package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.Exists;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.NotSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.OutputColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds WHERE: conditions become conjuncts as near to the tables as they mean the same, those with
 * a query of their own become semi-joins.
 */
final class WhereBinder {
  private final BindingContext context;
  private final QueryBinder queries;
  private final ExpressionBinder expressions;
  private final ConditionBinder conditions;
  private final boolean scanAllowed;
  private final List<Expression> correlated = new ArrayList<>();

  WhereBinder(BindingContext context, QueryBinder queries, boolean scanAllowed) {
    this.context = context;
    this.queries = queries;
    this.scanAllowed = scanAllowed;
    this.expressions = new ExpressionBinder(context, Aggregates.NONE);
    this.conditions = new ConditionBinder(context);
  }

  /** The rows for which the conditions hold that need nothing but these rows. */
  Draft filter(Draft input, ExpressionSyntax where, Scope scope) {
    List<ExpressionSyntax> subqueries = new ArrayList<>();
    List<ExpressionSyntax> others = new ArrayList<>();
    for (ExpressionSyntax condition : ConditionBinder.written(where).toList()) {
      (hasQuery(condition) ? subqueries : others).add(condition);
    }
    Draft filtered = filter(input, conditions.conjuncts(others, scope));
    for (ExpressionSyntax subquery : subqueries) {
      filtered = semiJoin(filtered, subquery, false, scope);
    }
    return filtered;
  }

  /** The conditions that use columns of the query around this one. */
  List<Expression> correlated() {
    return correlated;
  }

  private Draft filter(Draft input, List<Expression> conjuncts) {
    List<Expression> own = new ArrayList<>();
    for (Expression conjunct : conjuncts) {
      boolean local = ExpressionRewriter.columns(conjunct).allMatch(input::has);
      (local ? own : correlated).add(conjunct);
    }
    return new FilterPushdown(context.symbols()).filter(input, own);
  }

  private static boolean hasQuery(ExpressionSyntax condition) {
    if (condition instanceof NotSyntax not) {
      return hasQuery(not.operand());
    }
    return condition instanceof InQuery || condition instanceof Exists;
  }

  private Draft semiJoin(Draft left, ExpressionSyntax condition, boolean negated, Scope scope) {
    if (condition instanceof NotSyntax not) {
      return semiJoin(left, not.operand(), !negated, scope);
    }
    if (condition instanceof Exists exists) {
      Block block = queries.bind(RowsAlone.of(exists.query()), scope, scanAllowed);
      return semiJoin(left, block, block.correlated(), negated, exists.span());
    }
    InQuery in = (InQuery) condition;
    Expression value = expressions.bind(in.value(), scope);
    Block block = queries.bind(in.query(), scope, scanAllowed);
    Expression column = onlyColumn(in, block);
    new KeyColumns(context).compared(in, value, column);
    List<Expression> conditions = new ArrayList<>();
    conditions.add(new Comparison(ComparisonOperator.EQUAL, value, column));
    conditions.addAll(block.correlated());
    return semiJoin(left, block, conditions, negated != in.negated(), in.span());
  }

  private static Draft semiJoin(
      Draft left, Block right, List<Expression> conditions, boolean negated, SourceSpan span) {
    for (Expression condition : conditions) {
      boolean near =
          ExpressionRewriter.columns(condition)
              .allMatch(column -> left.has(column) || right.draft().has(column));
      if (!near) {
        throw BindingErrors.unsupported(
            span, "A subquery that uses columns two queries further out", "Join the tables.");
      }
    }
    return new Draft.SemiJoined(left, right.draft(), conditions, negated);
  }

  private static Expression onlyColumn(InQuery in, Block block) {
    List<Output.Item> items = block.output().items();
    if (items.size() == 1 && !(items.get(0).column() instanceof OutputColumn.Star)) {
      return items.get(0).expression();
    }
    throw BindingErrors.at(
        in.query().span(),
        ErrorCode.VALIDATION,
        items.size() == 1
            ? "The query of IN must have one column. Name it instead of writing *."
            : "The query of IN must have one column, not " + items.size() + ".");
  }
}
