package io.partikey.planner.dynamodb.rules;

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
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.util.Optional;

/** What DynamoDB reads and writes: one table, and in SELECT one index of it, by a name. */
final class SourceRules {
  private static final int MOST_COMPONENTS = 2;
  private static final String ALIASING = "Aliasing is not supported";

  private SourceRules() {}

  /** A source of a SELECT that is no table or index. */
  static Optional<Mistake> ofRead(FromItem from, Clause clause) {
    if (from instanceof JoinSyntax) {
      return clause.mistake(from, "Only select from a single table or index is supported.");
    }
    if (!(from instanceof FromSource source)) {
      return unexpected(from, clause);
    }
    if (source.alias() != null) {
      return clause.mistake(source.alias(), ALIASING);
    }
    if (source.position() != null) {
      return clause.mistake(source.position(), ALIASING);
    }
    Optional<QualifiedName> name = SourceNames.of(source);
    return name.isPresent() ? ofName(name.get(), clause) : noName(source, clause);
  }

  private static Optional<Mistake> noName(FromSource source, Clause clause) {
    if (!(source.source() instanceof PathExpression path) || !PathRules.isPath(path)) {
      return unexpected(source, clause);
    }
    Optional<Mistake> mistake = PathRules.ofPath(path, clause);
    if (mistake.isPresent()) {
      return mistake;
    }
    return path.steps().size() + 1 > MOST_COMPONENTS
        ? tooManyComponents(source, clause)
        : clause.mistake(source, "Invalid list expression in source.");
  }

  private static Optional<Mistake> unexpected(FromItem from, Clause clause) {
    return clause.mistake(from, "Unexpected from source");
  }

  private static Optional<Mistake> tooManyComponents(Node name, Clause clause) {
    return clause.mistake(name, "A path may contain at most 2 components in the FROM clause");
  }

  private static Optional<Mistake> ofName(QualifiedName name, Clause clause) {
    if (name.parts().stream().anyMatch(part -> part.value().isEmpty())) {
      return clause.mistake(name, "Path component cannot be an empty string");
    }
    return name.parts().size() > MOST_COMPONENTS
        ? tooManyComponents(name, clause)
        : Mistake.first(name.parts(), part -> ofPart(part, clause));
  }

  private static Optional<Mistake> ofPart(Identifier name, Clause clause) {
    return TableResolver.NAME.matcher(name.value()).matches()
        ? Optional.empty()
        : clause.mistake(
            name,
            "Table name should be within the length [3, 255] and only contain 'a-z', 'A-Z', '0-9',"
                + " '-', '_', '.'.");
  }

  /** A target of UPDATE or DELETE that is no table. */
  static Optional<Mistake> ofTarget(TargetTable target, Clause clause) {
    if (target.alias() != null) {
      return clause.mistake(target.alias(), ALIASING);
    }
    Optional<Mistake> mistake = ofName(target.name(), clause);
    return mistake.isEmpty() && target.name().parts().size() > 1
        ? clause.mistake(target.name(), "This operation is not supported on an index")
        : mistake;
  }

  /** A target of INSERT that is an index; what no table is called is a table that is not there. */
  static Optional<Mistake> ofInserted(InsertStatement statement, Clause clause) {
    QualifiedName name = statement.table();
    return name.parts().size() == 1
        ? Optional.empty()
        : clause.placed(
            name.span(),
            "FROM clause may only contain a single table name in data manipulation statements");
  }
}
