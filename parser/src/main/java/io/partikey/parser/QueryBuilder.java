package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseLexer;
import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.GroupBy;
import io.partikey.parser.ast.LimitSyntax;
import io.partikey.parser.ast.Offset;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QueryBody;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.UnionAllSyntax;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds queries, from the union down to the clauses of a block. */
final class QueryBuilder {
  private final ParseContext context;
  private final NameBuilder names;
  private final ExpressionBuilder expressions;
  private final FromBuilder relations;

  QueryBuilder(ParseContext context, NameBuilder names) {
    this.context = context;
    this.names = names;
    this.expressions = new ExpressionBuilder(context, names, this);
    this.relations = new FromBuilder(context, names, expressions, this);
  }

  ExpressionBuilder expressions() {
    return expressions;
  }

  QuerySyntax query(PartiqlBaseParser.QueryContext rule) {
    List<QuerySyntax> inputs = rule.queryTerm().stream().map(this::term).toList();
    return query(rule, inputs, rule.orderBy(), rule.limitAndOffset());
  }

  QuerySyntax subquery(PartiqlBaseParser.SubqueryContext rule) {
    List<QuerySyntax> inputs = new ArrayList<>();
    inputs.add(unordered(select(rule.select())));
    rule.queryTerm().forEach(input -> inputs.add(term(input)));
    return query(rule, inputs, rule.orderBy(), rule.limitAndOffset());
  }

  private QuerySyntax term(PartiqlBaseParser.QueryTermContext rule) {
    if (rule instanceof PartiqlBaseParser.NestedQueryTermContext nested) {
      return query(nested.query());
    }
    return unordered(select(((PartiqlBaseParser.SimpleQueryTermContext) rule).select()));
  }

  private static QuerySyntax unordered(Select select) {
    return new QuerySyntax(select, null, null, null, select.span());
  }

  private QuerySyntax query(
      ParserRuleContext rule,
      List<QuerySyntax> inputs,
      PartiqlBaseParser.@Nullable OrderByContext orderBy,
      PartiqlBaseParser.LimitAndOffsetContext bounds) {
    boolean plain = orderBy == null && bounds.limit() == null && bounds.offset() == null;
    if (inputs.size() == 1 && plain) {
      return inputs.get(0);
    }
    return new QuerySyntax(
        body(rule, inputs),
        orderBy == null ? null : orderBy(orderBy),
        bounds.limit() == null ? null : limit(bounds.limit()),
        bounds.offset() == null ? null : offset(bounds.offset()),
        context.span(rule));
  }

  private QueryBody body(ParserRuleContext rule, List<QuerySyntax> inputs) {
    if (inputs.size() > 1) {
      SourceSpan last = inputs.get(inputs.size() - 1).span();
      return new UnionAllSyntax(inputs, context.span(rule.getStart()).through(last));
    }
    QuerySyntax only = inputs.get(0);
    if (only.orderBy() != null || only.limit() != null || only.offset() != null) {
      throw context.error(
          rule.getStart(),
          "the query in parentheses has its own ORDER BY or LIMIT; select from it as (...) AS"
              + " name");
    }
    return only.body();
  }

  private Select select(PartiqlBaseParser.SelectContext rule) {
    return new Select(
        context.hintsAfter(rule.getStart()),
        rule.setQuantifier() != null && rule.setQuantifier().DISTINCT() != null,
        projection(rule.projection()),
        rule.fromClause() == null ? null : from(rule.fromClause()),
        where(rule.where()),
        rule.groupBy() == null ? null : groupBy(rule.groupBy()),
        rule.having() == null ? null : expressions.build(rule.having().expression()),
        context.span(rule));
  }

  private FromItem from(PartiqlBaseParser.FromClauseContext rule) {
    return relations.from(rule);
  }

  @Nullable ExpressionSyntax where(PartiqlBaseParser.@Nullable WhereContext rule) {
    return rule == null ? null : expressions.build(rule.expression());
  }

  private ProjectionSyntax projection(PartiqlBaseParser.ProjectionContext rule) {
    if (rule instanceof PartiqlBaseParser.ProjectionValueContext value) {
      return new ProjectionSyntax.Value(expressions.build(value.expression()), context.span(rule));
    }
    PartiqlBaseParser.ProjectionItemsContext items =
        (PartiqlBaseParser.ProjectionItemsContext) rule;
    return new ProjectionSyntax.Items(
        items.selectItem().stream().map(this::selectItem).toList(), context.span(rule));
  }

  private SelectItem selectItem(PartiqlBaseParser.SelectItemContext rule) {
    if (rule instanceof PartiqlBaseParser.StarContext) {
      return new SelectItem.Star(context.span(rule));
    }
    PartiqlBaseParser.ColumnContext column = (PartiqlBaseParser.ColumnContext) rule;
    ExpressionSyntax expression = expressions.build(column.expression());
    if (rule.getStop().getType() == PartiqlBaseLexer.ASTERISK
        && expression instanceof PathExpression path) {
      return new SelectItem.QualifiedStar(withoutLastStep(path), context.span(rule));
    }
    return new SelectItem.Column(
        expression, names.alias(column.explicitAlias(), column.bareAlias()), context.span(rule));
  }

  private static ExpressionSyntax withoutLastStep(PathExpression path) {
    List<PathStepSyntax> steps = path.steps().subList(0, path.steps().size() - 1);
    if (steps.isEmpty()) {
      return path.root();
    }
    return new PathExpression(
        path.root(), steps, path.span().through(steps.get(steps.size() - 1).span()));
  }

  private GroupBy groupBy(PartiqlBaseParser.GroupByContext rule) {
    return new GroupBy(expressions.buildAll(rule.expression()), context.span(rule));
  }

  private OrderBy orderBy(PartiqlBaseParser.OrderByContext rule) {
    return new OrderBy(rule.sortItem().stream().map(this::sortItem).toList(), context.span(rule));
  }

  private SortItem sortItem(PartiqlBaseParser.SortItemContext rule) {
    return new SortItem(
        expressions.build(rule.expression()),
        direction(rule.direction),
        nullOrder(rule.nullOrder),
        context.span(rule));
  }

  private static SortItem.@Nullable Direction direction(@Nullable Token token) {
    if (token == null) {
      return null;
    }
    return token.getType() == PartiqlBaseLexer.ASC
        ? SortItem.Direction.ASCENDING
        : SortItem.Direction.DESCENDING;
  }

  private static SortItem.@Nullable NullOrder nullOrder(@Nullable Token token) {
    if (token == null) {
      return null;
    }
    return token.getType() == PartiqlBaseLexer.FIRST
        ? SortItem.NullOrder.FIRST
        : SortItem.NullOrder.LAST;
  }

  private LimitSyntax limit(PartiqlBaseParser.LimitContext rule) {
    return new LimitSyntax(bound(rule.bound()), context.span(rule));
  }

  private Offset offset(PartiqlBaseParser.OffsetContext rule) {
    return new Offset(bound(rule.bound()), context.span(rule));
  }

  private ExpressionSyntax bound(PartiqlBaseParser.BoundContext rule) {
    return rule.accept(expressions.primaries());
  }
}
