package io.partikey.planner.search;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.table.TableStatistics;
import io.partikey.testing.GoldenCases;
import java.io.IOException;
import java.util.List;

/** The statements of the golden plans, for tests that ask something else of them. */
public final class GoldenStatements {
  /** Their tables. */
  public static final Catalog CATALOG = PlannedStatement.CATALOG;

  private GoldenStatements() {}

  /** The queries about a subject. */
  public static List<String> queries(String subject) throws IOException {
    return GoldenCases.in(PlannedStatementsTest.class, subject + ".txt").cases().keySet().stream()
        .filter(text -> text.startsWith("SELECT"))
        .toList();
  }

  /** What is counted of a table. */
  public static TableStatistics statistics(String table) {
    return PlannedStatement.statistics(table, CATALOG);
  }
}
