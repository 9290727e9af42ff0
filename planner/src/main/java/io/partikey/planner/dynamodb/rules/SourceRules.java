package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.EngineException;
import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.JoinSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.TargetTable;
import io.partikey.planner.bind.SourceNames;
import io.partikey.planner.bind.TableResolver;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.util.Optional;

/** What DynamoDB reads and writes: one table, and in SELECT one index of it, by a name. */
final class SourceRules {
  private static final int MOST_COMPONENTS = 2;
  private static final String ALIASING = "Aliasing is not supported";
  private static final String ON_INDEX = "This operation is not supported on an index";

  private SourceRules() {}

  /** Refuses to read from anything but a table or index. */
  static void checkRead(FromItem from, String text) {
    if (from instanceof JoinSyntax) {
      throw Refusals.of(from.span(), "Only select from a single table or index is supported.");
    }
    if (!(from instanceof FromSource source)) {
      throw unexpected(from);
    }
    if (source.alias() != null) {
      throw Refusals.of(source.alias().span(), ALIASING);
    }
    if (source.position() != null) {
      throw Refusals.of(source.position().span(), ALIASING);
    }
    Optional<QualifiedName> name = SourceNames.of(source);
    if (name.isEmpty()) {
      throw noName(source, text);
    }
    checkComponents(name.get());
    name.get().parts().forEach(SourceRules::checkName);
  }

  private static EngineException noName(FromSource source, String text) {
    if (!(source.source() instanceof PathExpression path) || !PathRules.isPath(path)) {
      return unexpected(source);
    }
    PathRules.check(path, text);
    return path.steps().size() + 1 > MOST_COMPONENTS
        ? tooManyComponents(source)
        : Refusals.of(source.span(), "Invalid list expression in source.");
  }

  private static EngineException unexpected(FromItem from) {
    return Refusals.of(from.span(), "Unexpected from source");
  }

  private static EngineException tooManyComponents(Node name) {
    return Refusals.of(name.span(), "A path may contain at most 2 components in the FROM clause");
  }

  private static void checkComponents(QualifiedName name) {
    if (name.parts().stream().anyMatch(part -> part.value().isEmpty())) {
      throw Refusals.of(name.span(), "Path component cannot be an empty string");
    }
    if (name.parts().size() > MOST_COMPONENTS) {
      throw tooManyComponents(name);
    }
  }

  private static void checkName(Identifier name) {
    if (!TableResolver.NAME.matcher(name.value()).matches()) {
      throw Refusals.of(
          name.span(),
          "Table name should be within the length [3, 255] and only contain 'a-z', 'A-Z', '0-9',"
              + " '-', '_', '.'.");
    }
  }

  /** Refuses to change anything but a table. */
  static void checkChanged(TargetTable target) {
    if (target.alias() != null) {
      throw Refusals.of(target.alias().span(), ALIASING);
    }
    checkComponents(target.name());
    target.name().parts().forEach(SourceRules::checkName);
    if (target.name().parts().size() > 1) {
      throw Refusals.of(target.name().span(), ON_INDEX);
    }
  }

  /** Refuses to insert into an index; what no table can be called is a table that is not there. */
  static void checkInserted(InsertStatement statement) {
    QualifiedName name = statement.table();
    if (name.parts().size() > 1) {
      throw Refusals.withPlace(
          name.span(),
          "FROM clause may only contain a single table name in data manipulation statements");
    }
  }
}
