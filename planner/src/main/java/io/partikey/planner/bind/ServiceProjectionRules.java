package io.partikey.planner.bind;

import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.Projection;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SortItem;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the service's select list and ORDER BY may be: a star or paths; names of key attributes. */
final class ServiceProjectionRules {
  private ServiceProjectionRules() {}

  /** Refuses columns that are no paths, paths that overlap, and labels that come twice. */
  static void check(Projection.Items projection, String text) {
    List<Expression> paths = new ArrayList<>();
    for (SelectItem item : projection.items()) {
      if (item instanceof SelectItem.QualifiedStar star) {
        throw ServiceRefusal.of(
            star.span(), "Changing item's hierarchy while reading isn't supported");
      }
      if (item instanceof SelectItem.Column column) {
        requirePath(column.expression(), text);
        paths.add(column.expression());
      }
    }
    requireDistinctLabels(paths);
    requireApart(paths);
  }

  private static void requirePath(Expression column, String text) {
    if (!ServicePathRules.isPath(column)) {
      throw ServiceRefusal.withPlace(ServiceSpans.of(column, text), "Unexpected path component");
    }
    ServicePathRules.check(column, text);
  }

  private static void requireDistinctLabels(List<Expression> paths) {
    Set<String> labels = new HashSet<>();
    for (Expression path : paths) {
      String label = Labels.ofPath(path);
      if (!labels.add(label)) {
        throw ServiceRefusal.of(path.span(), "Duplicate identifiers in select clause: " + label);
      }
    }
  }

  private static void requireApart(List<Expression> paths) {
    for (int second = 1; second < paths.size(); second++) {
      for (int first = 0; first < second; first++) {
        List<String> one = ServicePathRules.steps(paths.get(second));
        List<String> two = ServicePathRules.steps(paths.get(first));
        int common = Math.min(one.size(), two.size());
        if (one.subList(0, common).equals(two.subList(0, common))) {
          throw ServiceRefusal.of(
              paths.get(second).span(),
              "Two document paths overlap with each other; must remove or rewrite one of these"
                  + " paths; path one: "
                  + one
                  + ", path two: "
                  + two);
        }
      }
    }
  }

  /** Refuses an order by anything but a name. */
  static void checkOrder(SortItem item, String text) {
    if (!(item.expression() instanceof Variable)) {
      throw ServiceRefusal.of(
          item.span(),
          "Argument to ORDER BY must be of type VariableReference. Type: "
              + type(item.expression(), text));
    }
  }

  private static String type(Expression expression, String text) {
    if (expression instanceof PathExpression) {
      return "PATH";
    }
    return expression instanceof StringLiteral string
        ? "\"" + string.value() + "\""
        : ServiceSpans.of(expression, text).textIn(text);
  }
}
