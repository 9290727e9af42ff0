package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.FromQuery;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.JoinSyntax;
import org.jspecify.annotations.Nullable;

/** Builds relations: sources, derived tables and joins. */
final class FromBuilder {
  private final ParseContext context;
  private final NameBuilder names;
  private final ExpressionBuilder expressions;
  private final QueryBuilder queries;

  FromBuilder(
      ParseContext context,
      NameBuilder names,
      ExpressionBuilder expressions,
      QueryBuilder queries) {
    this.context = context;
    this.names = names;
    this.expressions = expressions;
    this.queries = queries;
  }

  /** The items of a FROM clause; commas join from the left. */
  FromItem from(PartiqlBaseParser.FromClauseContext rule) {
    FromItem from = item(rule.fromItem(0));
    for (PartiqlBaseParser.FromItemContext next :
        rule.fromItem().subList(1, rule.fromItem().size())) {
      from = join(JoinSyntax.Kind.COMMA, from, item(next), null);
    }
    return from;
  }

  private FromItem item(PartiqlBaseParser.FromItemContext rule) {
    FromItem item = primary(rule.fromPrimary());
    for (PartiqlBaseParser.JoinTailContext tail : rule.joinTail()) {
      item = joined(item, tail);
    }
    return item;
  }

  private FromItem joined(FromItem left, PartiqlBaseParser.JoinTailContext rule) {
    if (rule instanceof PartiqlBaseParser.CrossJoinContext cross) {
      return join(JoinSyntax.Kind.CROSS, left, primary(cross.right), null);
    }
    if (rule instanceof PartiqlBaseParser.InnerJoinContext inner) {
      return join(JoinSyntax.Kind.INNER, left, primary(inner.right), inner.expression());
    }
    if (rule instanceof PartiqlBaseParser.LeftJoinContext outer) {
      return join(JoinSyntax.Kind.LEFT, left, primary(outer.right), outer.expression());
    }
    throw context.error(
        rule.getStart(),
        "RIGHT and FULL joins are not supported; swap the sides of a RIGHT JOIN to make it a LEFT"
            + " JOIN");
  }

  private JoinSyntax join(
      JoinSyntax.Kind kind,
      FromItem left,
      FromItem right,
      PartiqlBaseParser.@Nullable ExpressionContext condition) {
    @Nullable ExpressionSyntax on = expressions.buildOptional(condition);
    return new JoinSyntax(
        kind, left, right, on, left.span().through(on == null ? right.span() : on.span()));
  }

  private FromItem primary(PartiqlBaseParser.FromPrimaryContext rule) {
    if (rule instanceof PartiqlBaseParser.FromQueryContext derived) {
      return new FromQuery(
          queries.query(derived.query()),
          names.alias(derived.explicitAlias(), derived.bareAlias()),
          context.span(rule));
    }
    if (rule instanceof PartiqlBaseParser.NestedFromContext nested) {
      return from(nested.fromClause());
    }
    PartiqlBaseParser.FromSourceContext source = (PartiqlBaseParser.FromSourceContext) rule;
    return new FromSource(
        expressions.primaries().collection(source.collection()),
        names.alias(source.explicitAlias(), source.bareAlias()),
        source.position == null ? null : names.identifier(source.position),
        context.span(rule));
  }
}
