package io.partikey.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A statement that runs again makes no object of the parser, the binder, the search or the plan:
 * counted in the heap, garbage included, while no collection runs.
 */
final class PreparedExecutionTest {
  private static final int RUNS = 200;
  private static final int ATTEMPTS = 20;

  private static final Pattern OF_PLANNING =
      Pattern.compile(
          " *\\d+: +(\\d+) +\\d+"
              + " +((?:io\\.partikey\\.(?:parser|planner\\.(?:plan|search|bind|bound))|org\\.antlr|org\\.apache\\.calcite)\\..*?)(?:"
              + " \\(.*)?");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT total FROM Orders WHERE customer = ? AND number = ?",
        "SELECT total FROM Orders WHERE customer = ? AND number >= ? ORDER BY number DESC LIMIT 1",
        "SELECT number FROM Orders WHERE status = ? AND number > ?",
        "SELECT o.total, c.name FROM Orders o JOIN Customers c ON c.id = o.customer"
            + " WHERE o.customer = ? AND o.number = ?",
        "UPDATE Orders SET total = 1 WHERE customer = ? AND number = ?"
      })
  void runsWithoutPlanning(String text) throws JMException {
    try (TestSession session = TestSession.open(PlannerSettings.DEFAULT)) {
      session.answer(
          "CREATE TABLE Orders (customer STRING, number NUMBER, status STRING,"
              + " PRIMARY KEY (customer, number), GLOBAL INDEX ByStatus (status, number))");
      session.answer("CREATE TABLE Customers (id STRING, PRIMARY KEY (id))");
      session.answer(
          "INSERT INTO Orders VALUE {'customer': 'a', 'number': 1, 'status': 'a', 'total': 3}");
      runs(session, text);
      assertThat(session.compile(text)).isSameAs(session.compile(text));
      assertThat(madeBy(session, text)).as("objects made by %d runs", RUNS).isEmpty();
    }
  }

  /** What so many runs made at least one of each, by class. */
  private static Map<String, Long> madeBy(TestSession session, String text) throws JMException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long collections = collections();
      Map<String, Long> before = instances();
      runs(session, text);
      Map<String, Long> made = instances();
      if (collections() == collections) {
        before.forEach((name, count) -> made.merge(name, -count, Long::sum));
        made.values().removeIf(count -> count < RUNS);
        return made;
      }
    }
    throw new IllegalStateException("the heap was collected each time");
  }

  private static void runs(TestSession session, String text) {
    for (int i = 0; i < RUNS; i++) {
      StatementResult result =
          session
              .compile(text)
              .execute(
                  ExecutionRequest.of(
                      session.backend(), Parameters.of(new StringValue("a"), NumberValue.of(1))));
      if (result instanceof StatementResult.Rows rows) {
        try (RowCursor cursor = rows.rows()) {
          cursor.next();
        }
      }
    }
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  /** How many objects of each class of planning the heap holds, unreachable ones included. */
  private static Map<String, Long> instances() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[] {"-all"}},
                    new String[] {String[].class.getName()});
    Map<String, Long> instances = new TreeMap<>();
    for (String line : histogram.lines().toList()) {
      Matcher found = OF_PLANNING.matcher(line);
      if (found.matches()) {
        instances.merge(found.group(2), Long.parseLong(found.group(1)), Long::sum);
      }
    }
    return instances;
  }
}
