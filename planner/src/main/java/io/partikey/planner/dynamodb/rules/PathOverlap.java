package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.expression.PlaceholderNames;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The document paths of one select list or UPDATE, none of which may lie within another one
 * (overlap) or take for a list what another one takes for a map (conflict). Of two the later one is
 * named first.
 */
final class PathOverlap {
  private final List<List<String>> paths = new ArrayList<>();
  private final Clause clause;

  PathOverlap(Clause clause) {
    this.clause = clause;
  }

  /** Adds a path in whose steps there is no mistake; what is wrong with it beside the others. */
  Optional<Mistake> add(ExpressionSyntax path) {
    List<String> added = PathRules.steps(path);
    Optional<Mistake> placeholder =
        Mistake.raisedBy(clause.stage(), () -> PlaceholderNames.check(added));
    if (placeholder.isPresent()) {
      return placeholder;
    }
    for (List<String> earlier : paths) {
      int common = common(added, earlier);
      if (common == Math.min(added.size(), earlier.size())) {
        return mistake("overlap", path, added, earlier);
      }
      if (common > 0 && isIndex(added.get(common)) != isIndex(earlier.get(common))) {
        return mistake("conflict", path, added, earlier);
      }
    }
    paths.add(added);
    return Optional.empty();
  }

  private static int common(List<String> one, List<String> other) {
    int common = 0;
    while (common < Math.min(one.size(), other.size())
        && one.get(common).equals(other.get(common))) {
      common++;
    }
    return common;
  }

  private static boolean isIndex(String step) {
    return step.startsWith("[");
  }

  private Optional<Mistake> mistake(
      String how, ExpressionSyntax path, List<String> added, List<String> earlier) {
    return clause.mistake(
        path,
        "Two document paths "
            + how
            + " with each other; must remove or rewrite one of these paths; path one: "
            + added
            + ", path two: "
            + earlier);
  }
}
