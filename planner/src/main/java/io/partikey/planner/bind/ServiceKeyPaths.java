package io.partikey.planner.bind;

import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.Variable;
import org.jspecify.annotations.Nullable;

/** Refuses paths into key attributes, of the table or of any of its indexes: keys are scalars. */
final class ServiceKeyPaths {
  private ServiceKeyPaths() {}

  /**
   * Refuses the first such path in a part of a statement.
   *
   * @throws io.partikey.engine.error.EngineException with the service's message
   */
  static void check(@Nullable Node part, TableDescription table) {
    if (part != null) {
      part.descendants()
          .filter(PathExpression.class::isInstance)
          .map(PathExpression.class::cast)
          .forEach(path -> check(path, table));
    }
  }

  private static void check(PathExpression path, TableDescription table) {
    if (!(path.root() instanceof Variable root)) {
      return;
    }
    String attribute = root.name().value();
    boolean ofTable = table.key().contains(attribute);
    boolean ofIndex = table.indexes().stream().anyMatch(index -> index.key().contains(attribute));
    if (ofTable || ofIndex) {
      throw ServiceRefusal.of(
          path.span(),
          "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
              + " allowed: "
              + (ofTable ? "Key: " : "IndexKey: ")
              + attribute);
    }
  }
}
