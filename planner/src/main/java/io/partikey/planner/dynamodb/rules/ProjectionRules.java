package io.partikey.planner.dynamodb.rules;

import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.SelectItem;
import io.partikey.planner.bind.Labels;
import io.partikey.planner.dynamodb.mistake.Places;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What DynamoDB's select list may be: a star or paths. */
final class ProjectionRules {
  private ProjectionRules() {}

  /** Refuses columns that are no paths, labels that come twice, and paths that overlap. */
  static void check(ProjectionSyntax columns, String text) {
    if (!(columns instanceof ProjectionSyntax.Items projection)) {
      throw Refusals.of(
          columns.span(), "Select projection doesn't support value or pivot keywords");
    }
    List<ExpressionSyntax> paths = new ArrayList<>();
    for (SelectItem item : projection.items()) {
      if (item instanceof SelectItem.QualifiedStar star) {
        throw Refusals.of(star.span(), "Changing item's hierarchy while reading isn't supported");
      }
      if (item instanceof SelectItem.Column column) {
        if (column.alias() != null) {
          throw Refusals.of(column.alias().span(), "Aliasing is not supported");
        }
        requirePath(column.expression(), text);
        paths.add(column.expression());
      }
    }
    requireDistinctLabels(paths);
    PathOverlap apart = new PathOverlap();
    paths.forEach(apart::add);
  }

  private static void requirePath(ExpressionSyntax column, String text) {
    if (!PathRules.isPath(column)) {
      throw Refusals.withPlace(Places.of(column, text), "Unexpected path component");
    }
    PathRules.check(column, text);
  }

  private static void requireDistinctLabels(List<ExpressionSyntax> paths) {
    Set<String> labels = new HashSet<>();
    for (ExpressionSyntax path : paths) {
      String label = Labels.ofPath(path);
      if (!labels.add(label)) {
        throw Refusals.of(path.span(), "Duplicate identifiers in select clause: " + label);
      }
    }
  }
}
