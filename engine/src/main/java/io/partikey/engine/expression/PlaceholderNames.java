package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.PathStep;
import java.util.List;

/**
 * Names that begin with {@code #} or {@code :}, which the service takes for placeholders of an
 * expression wherever they stand in a path, quoted or not. Its statements have none.
 */
public final class PlaceholderNames {
  private PlaceholderNames() {}

  static void check(Expression expression) {
    if (expression instanceof AttributeReference attribute) {
      check(attribute.name());
    }
    if (expression instanceof PathAccess path) {
      for (PathStep step : path.steps()) {
        if (step instanceof PathStep.Member member) {
          check(member.name());
        }
      }
    }
  }

  /**
   * Refuses the names of a path.
   *
   * @throws EngineException with {@code VALIDATION} and the service's message
   */
  public static void check(List<String> names) {
    names.forEach(PlaceholderNames::check);
  }

  private static void check(String name) {
    if (name.startsWith("#") || name.startsWith(":")) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "An expression attribute name used in the document path is not defined; attribute name: "
              + name);
    }
  }
}
