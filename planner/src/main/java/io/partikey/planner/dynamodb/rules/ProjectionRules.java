package io.partikey.planner.dynamodb.rules;

import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.SelectItem;
import io.partikey.planner.bind.Labels;
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What DynamoDB's select list may be: a star or paths. */
final class ProjectionRules {
  private ProjectionRules() {}

  /** Columns that are no paths, labels that come twice, and paths that overlap. */
  static Optional<Mistake> of(ProjectionSyntax columns, Clause clause) {
    if (!(columns instanceof ProjectionSyntax.Items projection)) {
      return clause.mistake(columns, "Select projection doesn't support value or pivot keywords");
    }
    Optional<Mistake> mistake = Mistake.first(projection.items(), item -> ofItem(item, clause));
    return mistake.isPresent() ? mistake : ofPaths(paths(projection), clause);
  }

  private static Optional<Mistake> ofItem(SelectItem item, Clause clause) {
    if (item instanceof SelectItem.QualifiedStar star) {
      return clause.mistake(star, "Changing item's hierarchy while reading isn't supported");
    }
    if (!(item instanceof SelectItem.Column column)) {
      return Optional.empty();
    }
    if (column.alias() != null) {
      return clause.mistake(column.alias(), "Aliasing is not supported");
    }
    return PathRules.isPath(column.expression())
        ? PathRules.ofPath(column.expression(), clause)
        : clause.placed(column.expression(), "Unexpected path component");
  }

  private static List<ExpressionSyntax> paths(ProjectionSyntax.Items projection) {
    return projection.items().stream()
        .filter(SelectItem.Column.class::isInstance)
        .map(item -> ((SelectItem.Column) item).expression())
        .toList();
  }

  private static Optional<Mistake> ofPaths(List<ExpressionSyntax> paths, Clause clause) {
    Set<String> labels = new HashSet<>();
    for (ExpressionSyntax path : paths) {
      String label = Labels.ofPath(path);
      if (!labels.add(label)) {
        return clause.mistake(path, "Duplicate identifiers in select clause: " + label);
      }
    }
    PathOverlap apart = new PathOverlap(clause);
    return Mistake.first(paths, apart::add);
  }
}
