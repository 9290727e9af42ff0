package io.partikey.parser.format;

import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.FromQuery;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.GroupBy;
import io.partikey.parser.ast.Hint;
import io.partikey.parser.ast.JoinSyntax;
import io.partikey.parser.ast.LimitSyntax;
import io.partikey.parser.ast.Offset;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.UnionAllSyntax;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes queries and relations. */
abstract class QueryFormatter extends ExpressionFormatter {
  /** Text that would begin SELECT VALUE if it stood first in a select list. */
  private static final Pattern LOOKS_LIKE_SELECT_VALUE =
      Pattern.compile("value\\s*([\\[(+-].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public StringBuilder visitQuery(QuerySyntax node, StringBuilder out) {
    visit(node.body(), out);
    optional(" ", node.orderBy(), out);
    optional(" ", node.limit(), out);
    return optional(" ", node.offset(), out);
  }

  @Override
  public StringBuilder visitUnionAll(UnionAllSyntax node, StringBuilder out) {
    String before = "";
    for (QuerySyntax input : node.inputs()) {
      out.append(before);
      boolean plain =
          input.body() instanceof Select
              && input.orderBy() == null
              && input.limit() == null
              && input.offset() == null;
      if (plain) {
        visit(input, out);
      } else {
        query(input, out);
      }
      before = " UNION ALL ";
    }
    return out;
  }

  @Override
  public StringBuilder visitSelect(Select node, StringBuilder out) {
    out.append("SELECT ");
    hints(node.hints(), out).append(node.distinct() ? "DISTINCT " : "");
    visit(node.projection(), out);
    optional(" FROM ", node.from(), out);
    optional(" WHERE ", node.where(), out);
    optional(" ", node.groupBy(), out);
    return optional(" HAVING ", node.having(), out);
  }

  /** Writes hints as one comment and a blank behind it. */
  final StringBuilder hints(List<Hint> hints, StringBuilder out) {
    if (hints.isEmpty()) {
      return out;
    }
    return out.append(
        hints.stream().map(Hint::name).collect(Collectors.joining(" ", "/*+ ", " */ ")));
  }

  @Override
  public StringBuilder visitProjectionItems(ProjectionSyntax.Items node, StringBuilder out) {
    if (!(node.items().get(0) instanceof SelectItem.Column first)) {
      return commas(node.items(), out);
    }
    String text = visit(first.expression(), new StringBuilder()).toString();
    boolean bareAlias = first.alias() != null && !first.alias().explicit();
    boolean ambiguous =
        LOOKS_LIKE_SELECT_VALUE.matcher(text).matches() && (bareAlias || text.length() > 5);
    column(first, ambiguous, out);
    List<SelectItem> others = node.items().subList(1, node.items().size());
    return others.isEmpty() ? out : commas(others, out.append(", "));
  }

  @Override
  public StringBuilder visitProjectionValue(ProjectionSyntax.Value node, StringBuilder out) {
    return visit(node.expression(), out.append("VALUE "));
  }

  @Override
  public StringBuilder visitStar(SelectItem.Star node, StringBuilder out) {
    return out.append('*');
  }

  @Override
  public StringBuilder visitQualifiedStar(SelectItem.QualifiedStar node, StringBuilder out) {
    return operand(node.qualifier(), Precedence.PRIMARY, out).append(".*");
  }

  @Override
  public StringBuilder visitColumn(SelectItem.Column node, StringBuilder out) {
    return column(node, false, out);
  }

  /** Writes a column, in parentheses where it would read as something else without. */
  private StringBuilder column(SelectItem.Column node, boolean ambiguous, StringBuilder out) {
    if (ambiguous || (node.alias() == null && endsInStar(node))) {
      visit(node.expression(), out.append('(')).append(')');
    } else {
      visit(node.expression(), out);
    }
    return optional(" ", node.alias(), out);
  }

  private static boolean endsInStar(SelectItem.Column node) {
    return node.expression() instanceof PathExpression path
        && path.steps().get(path.steps().size() - 1) instanceof PathStepSyntax.AllAttributes;
  }

  @Override
  public StringBuilder visitGroupBy(GroupBy node, StringBuilder out) {
    return commas(node.keys(), out.append("GROUP BY "));
  }

  @Override
  public StringBuilder visitOrderBy(OrderBy node, StringBuilder out) {
    return commas(node.items(), out.append("ORDER BY "));
  }

  @Override
  public StringBuilder visitSortItem(SortItem node, StringBuilder out) {
    visit(node.expression(), out);
    if (node.direction() != null) {
      out.append(node.direction() == SortItem.Direction.ASCENDING ? " ASC" : " DESC");
    }
    return node.nullOrder() == null ? out : out.append(" NULLS ").append(node.nullOrder());
  }

  @Override
  public StringBuilder visitLimit(LimitSyntax node, StringBuilder out) {
    return visit(node.count(), out.append("LIMIT "));
  }

  @Override
  public StringBuilder visitOffset(Offset node, StringBuilder out) {
    return visit(node.count(), out.append("OFFSET "));
  }

  @Override
  public StringBuilder visitFromSource(FromSource node, StringBuilder out) {
    visit(node.source(), out);
    optional(" ", node.alias(), out);
    return optional(" AT ", node.position(), out);
  }

  @Override
  public StringBuilder visitFromQuery(FromQuery node, StringBuilder out) {
    return optional(" ", node.alias(), query(node.query(), out));
  }

  @Override
  public StringBuilder visitJoin(JoinSyntax node, StringBuilder out) {
    boolean comma = node.kind() == JoinSyntax.Kind.COMMA;
    side(node.left(), !comma && isJoin(node.left(), JoinSyntax.Kind.COMMA), out);
    out.append(
        switch (node.kind()) {
          case COMMA -> ", ";
          case CROSS -> " CROSS JOIN ";
          case INNER -> " JOIN ";
          case LEFT -> " LEFT JOIN ";
        });
    JoinSyntax.@Nullable Kind separate = comma ? JoinSyntax.Kind.COMMA : null;
    side(node.right(), isJoin(node.right(), separate), out);
    return optional(" ON ", node.condition(), out);
  }

  private StringBuilder side(FromItem side, boolean parentheses, StringBuilder out) {
    return parentheses ? visit(side, out.append('(')).append(')') : visit(side, out);
  }

  private static boolean isJoin(FromItem item, JoinSyntax.@Nullable Kind kind) {
    return item instanceof JoinSyntax join && (kind == null || join.kind() == kind);
  }
}
