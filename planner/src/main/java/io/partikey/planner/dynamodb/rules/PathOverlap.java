package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.expression.PlaceholderNames;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.util.ArrayList;
import java.util.List;

/**
 * The document paths of one select list or UPDATE, none of which may lie within another one
 * (overlap) or take for a list what another one takes for a map (conflict). Of two the later one is
 * named first.
 */
final class PathOverlap {
  private final List<List<String>> paths = new ArrayList<>();

  /**
   * Adds a path whose steps were checked.
   *
   * @throws io.partikey.engine.error.EngineException with DynamoDB's message
   */
  void add(ExpressionSyntax path) {
    List<String> added = PathRules.steps(path);
    PlaceholderNames.check(added);
    for (List<String> earlier : paths) {
      int common = common(added, earlier);
      boolean within = common == Math.min(added.size(), earlier.size());
      if (within) {
        throw refused("overlap", path, added, earlier);
      }
      if (common > 0 && isIndex(added.get(common)) != isIndex(earlier.get(common))) {
        throw refused("conflict", path, added, earlier);
      }
    }
    paths.add(added);
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

  private static RuntimeException refused(
      String how, ExpressionSyntax path, List<String> added, List<String> earlier) {
    return Refusals.of(
        path.span(),
        "Two document paths "
            + how
            + " with each other; must remove or rewrite one of these paths; path one: "
            + added
            + ", path two: "
            + earlier);
  }
}
