package io.partikey.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendProvider;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random statements return the same on a table with keys and indexes, where nothing may be scanned,
 * as on a copy without any, where everything is.
 */
final class KeyedAgainstScannedTest {
  private static final PlannerSettings SCANS =
      new PlannerSettings(Dialect.SQL, ScanPolicy.ALLOW, true, false, 400);
  private static final int ITEMS = 72;
  private static final int STATEMENTS = 300;

  private final QueryPlanner planner = QueryPlanner.create();
  private final Backend backend = open();
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  private static Backend open() {
    BackendProvider provider =
        ServiceLoader.load(BackendProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.opens(BackendAddress.Kind.MEMORY))
            .findFirst()
            .orElseThrow();
    return provider.open(
        new BackendAddress(BackendAddress.Kind.MEMORY, ""), BackendOptions.DEFAULT);
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void returnTheSame() {
    createTables();
    int keyed = 0;
    for (int i = 0; i < STATEMENTS; i++) {
      String statement = random.nextInt(4) == 0 ? join() : select();
      Optional<List<String>> found = run(statement, PlannerSettings.DEFAULT);
      if (found.isPresent()) {
        keyed++;
        String scanned = statement.replace("Keyed", "Plain");
        assertThat(found.get())
            .as("seed %d: %s", seed, statement)
            .isEqualTo(run(scanned, SCANS).orElseThrow());
      }
    }
    assertThat(keyed).as("seed %d", seed).isGreaterThan(STATEMENTS / 4);
  }

  private void createTables() {
    execute(
        """
        CREATE TABLE Keyed (p STRING, s NUMBER, g STRING, h NUMBER, PRIMARY KEY (p, s),
          GLOBAL INDEX ByG (g, h) KEYS ONLY,
          GLOBAL INDEX ByH (h) INCLUDE (v),
          GLOBAL INDEX ByGP (g, p),
          LOCAL INDEX ByPH (h) KEYS ONLY)
        """);
    execute("CREATE TABLE Plain (id NUMBER, PRIMARY KEY (id))");
    for (int id = 0; id < ITEMS; id++) {
      String item =
          "'id': "
              + id
              + ", 'p': 'p"
              + id % 6
              + "', 's': "
              + id / 6
              + optional("g", text("g"))
              + optional("h", String.valueOf(random.nextInt(5)))
              + optional("v", List.of("1", "'p1'", "true", "NULL", "'g1'").get(random.nextInt(5)));
      execute("INSERT INTO Keyed VALUE {" + item + "}");
      execute("INSERT INTO Plain VALUE {" + item + "}");
    }
  }

  private String optional(String name, String value) {
    return random.nextInt(4) == 0 ? "" : ", '" + name + "': " + value;
  }

  private String text(String prefix) {
    return "'" + prefix + random.nextInt(6) + "'";
  }

  private String select() {
    String where = " FROM Keyed t WHERE " + condition("t.", 2);
    return switch (random.nextInt(6)) {
      case 0 -> "SELECT t.g, COUNT(*) AS n, MAX(t.h) AS m" + where + " GROUP BY t.g ORDER BY g";
      case 1 -> "SELECT DISTINCT t.h" + where + " ORDER BY t.h";
      case 2 -> "SELECT COUNT(*) AS n" + where;
      default ->
          "SELECT t.id, t.v" + where + " ORDER BY " + order("t.") + "t.id" + direction() + limit();
    };
  }

  private String join() {
    String on =
        List.of("b.p = a.v", "b.p = a.p AND b.s = a.h", "b.g = a.g AND b.h = a.s", "b.h = a.s")
            .get(random.nextInt(4));
    String kind = random.nextBoolean() ? "LEFT JOIN" : "JOIN";
    return switch (random.nextInt(4)) {
      case 0 ->
          "SELECT a.id FROM Keyed a WHERE "
              + condition("a.", 1)
              + " AND a.p "
              + (random.nextBoolean() ? "" : "NOT ")
              + "IN (SELECT b.v FROM Keyed b WHERE "
              + condition("b.", 1)
              + ") ORDER BY a.id";
      case 1 ->
          "SELECT a.id FROM Keyed a WHERE "
              + condition("a.", 1)
              + " AND EXISTS (SELECT * FROM Keyed b WHERE "
              + on
              + " AND "
              + condition("b.", 1)
              + ") ORDER BY a.id";
      default ->
          "SELECT a.id AS x, b.id AS y FROM Keyed a "
              + kind
              + " Keyed b ON "
              + on
              + (random.nextBoolean() ? "" : " AND " + condition("b.", 1))
              + " WHERE "
              + condition("a.", 1)
              + (random.nextBoolean() ? "" : " AND " + condition("b.", 1))
              + " ORDER BY "
              + order("a.")
              + "a.id, b.id"
              + limit();
    };
  }

  private String order(String alias) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(
            i -> alias + List.of("p", "s", "g", "h").get(random.nextInt(4)) + direction() + ", ")
        .collect(Collectors.joining());
  }

  private String direction() {
    return random.nextBoolean() ? "" : " DESC";
  }

  private String limit() {
    String limit = random.nextBoolean() ? "" : " LIMIT " + (1 + random.nextInt(5));
    return limit.isEmpty() || random.nextBoolean() ? limit : limit + " OFFSET " + random.nextInt(3);
  }

  private String condition(String alias, int depth) {
    if (depth > 0 && random.nextInt(4) > 0) {
      String left = condition(alias, depth - 1);
      String right = condition(alias, depth - 1);
      return switch (random.nextInt(4)) {
        case 0 -> "(" + left + " OR " + right + ")";
        case 1 -> "NOT (" + left + ")";
        default -> "(" + left + " AND " + right + ")";
      };
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> alias + "p = " + text("p");
      case 3 -> alias + "p IN (" + text("p") + ", " + text("p") + ")";
      case 4 -> alias + "s " + comparison() + " " + random.nextInt(20);
      case 5 -> random.nextInt(20) + " " + comparison() + " " + alias + "s";
      case 6, 7 -> alias + "g = " + text("g");
      case 8 -> alias + "h " + comparison() + " " + random.nextInt(5);
      case 9 -> alias + "h IN (1, ?)";
      case 10 -> alias + "v = " + (random.nextBoolean() ? "1" : text("p"));
      default ->
          List.of(
                  alias + "g IS MISSING",
                  alias + "h BETWEEN 1 AND 3",
                  alias + "v IS NULL",
                  alias + "g LIKE 'g%'",
                  alias + "g > 3",
                  "begins_with(" + alias + "p, 'p')")
              .get(random.nextInt(6));
    };
  }

  private String comparison() {
    return List.of("=", "<", "<=", ">", ">=", "<>").get(random.nextInt(6));
  }

  private void execute(String text) {
    planner
        .compile(text, PlannerSettings.DEFAULT, backend)
        .execute(ExecutionRequest.of(backend, Parameters.NONE));
  }

  /** The rows of a statement, empty if it is refused. */
  private Optional<List<String>> run(String text, PlannerSettings settings) {
    CompiledStatement statement;
    try {
      statement = planner.compile(text, settings, backend);
    } catch (EngineException refused) {
      assertThat(refused.code()).as(text).isEqualTo(ErrorCode.NOT_KEYED);
      return Optional.empty();
    }
    int count = statement.parameters().size();
    Parameters parameters =
        new Parameters(
            IntStream.range(0, count)
                .<@Nullable AttributeValue>mapToObj(i -> NumberValue.of(i + 2))
                .toList());
    StatementResult.Rows result =
        (StatementResult.Rows) statement.execute(ExecutionRequest.of(backend, parameters));
    List<String> rows = new ArrayList<>();
    try (RowCursor cursor = result.rows()) {
      for (Optional<Row> row = cursor.next(); row.isPresent(); row = cursor.next()) {
        rows.add(row.get().item().toJson());
      }
    }
    return Optional.of(rows);
  }
}
