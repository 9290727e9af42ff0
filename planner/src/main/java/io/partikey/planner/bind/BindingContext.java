package io.partikey.planner.bind;

import io.partikey.engine.backend.Catalog;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.mode.Mode;
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
public record BindingContext(
    String text,
    PlannerSettings settings,
    TableResolver tables,
    Symbols symbols,
    ParameterTypes parameters,
    List<KeyComparison> keyComparisons,
    List<String> warnings) {
  public static BindingContext of(
      String text, Node statement, PlannerSettings settings, Catalog catalog) {
    return new BindingContext(
        text,
        settings,
        new TableResolver(catalog, Mode.of(settings.dialect())),
        new Symbols(),
        ParameterTypes.of(statement),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** The traits of the statement's dialect. */
  public Mode mode() {
    return Mode.of(settings.dialect());
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
