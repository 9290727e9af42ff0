package io.partikey.planner.bind;

import io.partikey.engine.backend.Catalog;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * What the binding of one statement shares: what it is bound against, and what is gathered on the
 * way. Used by one thread.
 *
 * @param text the statement
 * @param settings what the connection chose
 * @param tables finds tables and indexes
 * @param symbols the columns of the statement
 * @param parameters the parameters of the statement
 * @param keyComparisons what is to be checked of them when it runs
 * @param warnings what is to be warned of when it runs
 */
record BindingContext(
    String text,
    PlannerSettings settings,
    TableResolver tables,
    Symbols symbols,
    ParameterTypes parameters,
    List<KeyComparison> keyComparisons,
    List<String> warnings) {
  static BindingContext of(String text, Node statement, PlannerSettings settings, Catalog catalog) {
    return new BindingContext(
        text,
        settings,
        new TableResolver(catalog, settings.dialect()),
        new Symbols(),
        ParameterTypes.of(statement),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** Whether the statement is in the service's dialect. */
  boolean serviceDialect() {
    return settings.dialect() == Dialect.DYNAMODB;
  }

  /** Whether the connection allows every scan. */
  boolean scansAllowed() {
    return settings.scan() == ScanPolicy.ALLOW;
  }

  /** The words of the statement at a place, white space made single. */
  String textAt(SourceSpan span) {
    return span.textIn(text).strip().replaceAll("\\s+", " ");
  }
}
