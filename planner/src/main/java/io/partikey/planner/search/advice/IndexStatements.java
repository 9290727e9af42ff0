package io.partikey.planner.search.advice;

import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.format.PartiqlFormatter;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.bind.TypeNames;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statements that create indexes. An attribute that the table does not know yet is declared
 * first, since the attributes of keys have a type.
 */
final class IndexStatements {
  private final Set<String> statements = new LinkedHashSet<>();

  /** Adds an index. */
  void add(Change.NewIndex added) {
    TableDescription table = added.table();
    IndexDescription index = added.index();
    for (KeyAttribute attribute : index.key().attributes()) {
      if (!KnownAttributes.of(table).containsKey(attribute.name())) {
        statements.add(
            "ALTER TABLE "
                + PartiqlFormatter.formatName(table.name())
                + " ADD COLUMN "
                + PartiqlFormatter.formatName(attribute.name())
                + " "
                + TypeNames.inDefinitions(attribute.type()));
      }
    }
    statements.add(
        "CREATE INDEX "
            + PartiqlFormatter.formatName(index.name())
            + " ON "
            + PartiqlFormatter.formatName(table.name())
            + index.key().attributes().stream()
                .map(attribute -> PartiqlFormatter.formatName(attribute.name()))
                .collect(Collectors.joining(", ", " (", ")"))
            + projection(index.projection()));
  }

  private static String projection(Projection projection) {
    return switch (projection.kind()) {
      case ALL -> "";
      case KEYS_ONLY -> " KEYS ONLY";
      case INCLUDE ->
          projection.included().stream()
              .map(PartiqlFormatter::formatName)
              .collect(Collectors.joining(", ", " INCLUDE (", ")"));
    };
  }

  /** The statements, in order. */
  String text() {
    return String.join("; ", statements);
  }
}
