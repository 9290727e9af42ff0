package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.planner.CompiledStatement;
import io.partikey.planner.ExecutionRequest;
import io.partikey.planner.GoldenCases;
import io.partikey.planner.PlannerSettings;
import io.partikey.planner.Row;
import io.partikey.planner.RowCursor;
import io.partikey.planner.StatementResult;
import io.partikey.planner.TestSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each cure that a refusal of the planner's table names makes the very statement run. */
final class CuresTest {
  private static final String INDEX = "create an index for the conditions that are there: ";
  private static final Pattern READ = Pattern.compile("FROM ((\\w+)(?:\\.\\w+)?)(?: .*)?");
  private static final Pattern VERB = Pattern.compile("\\b(SELECT|UPDATE|DELETE)\\b");

  @TestFactory
  Stream<DynamicTest> everyRefusalIsCured() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : TableDesign.NAMES) {
      TableDesign design = new TableDesign();
      for (Map.Entry<String, String> each :
          GoldenCases.in("search/designs/" + name + ".txt").cases().entrySet()) {
        if (TableDesign.isDefinition(each.getKey())) {
          design.define(each.getKey());
        } else if (each.getValue().contains(ErrorCode.NOT_KEYED.name())) {
          tests.add(
              DynamicTest.dynamicTest(
                  name + ": " + each.getKey(), () -> check(design, each.getKey())));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(50);
    return tests.stream();
  }

  private static void check(TableDesign design, String statement) {
    List<Consumer<TestSession>> cures = new ArrayList<>();
    try (TestSession session = open(design)) {
      Optional<EngineException> refusal = refusal(session, statement);
      assertThat(refusal).as("the refusal of %s", statement).isPresent();
      cures.addAll(cures(statement, refusal.get()));
    }
    assertThat(cures).isNotEmpty();
    for (Consumer<TestSession> cure : cures) {
      try (TestSession session = open(design)) {
        cure.accept(session);
      }
    }
  }

  private static TestSession open(TableDesign design) {
    TestSession session = TestSession.open(PlannerSettings.DEFAULT);
    design.definitions().forEach(definition -> run(session, definition));
    design.fillers().forEach(filler -> run(session, filler));
    return session;
  }

  /** Runs a statement; what it says if it is refused for want of a key. */
  private static Optional<EngineException> refusal(TestSession session, String statement) {
    try {
      run(session, statement);
      return Optional.empty();
    } catch (EngineException refused) {
      assertThat(refused.code()).as(refused.getMessage()).isEqualTo(ErrorCode.NOT_KEYED);
      return Optional.of(refused);
    }
  }

  private static void runs(TestSession session, String statement) {
    assertThat(refusal(session, statement)).as(statement).isEmpty();
  }

  private static List<Consumer<TestSession>> cures(String statement, EngineException refused) {
    String refusal = refused.getMessage();
    int column = refused.position().orElseThrow().column();
    boolean oneRead = refusal.lines().filter(line -> line.startsWith("This would")).count() == 1;
    List<Consumer<TestSession>> cures = new ArrayList<>();
    List<String> indexes = new ArrayList<>();
    for (String line : refusal.lines().map(String::strip).toList()) {
      if (line.startsWith(INDEX)) {
        indexes.addAll(List.of(line.substring(INDEX.length()).split("; ")));
      } else if (line.startsWith("read FROM ")) {
        cures.add(session -> runs(session, reading(statement, line.substring(5))));
      } else if (line.startsWith("add ") && !line.contains("joined before") && oneRead) {
        cures.add(session -> runs(session, adding(statement, column, line)));
      }
      int alone = line.indexOf("read those alone, ");
      if (alone >= 0) {
        String from = line.substring(alone + "read those alone, ".length());
        cures.add(session -> runs(session, reading(statement, from)));
      }
    }
    if (!indexes.isEmpty()) {
      cures.add(
          session -> {
            indexes.forEach(index -> run(session, index));
            runs(session, statement);
          });
    }
    assertThat(refusal).contains("/*+ ALLOW_SCAN */");
    cures.add(
        session -> runs(session, VERB.matcher(statement).replaceFirst("$1 /*+ ALLOW_SCAN */")));
    return cures;
  }

  /** The statement with what the advice says to read in place of what it reads. */
  private static String reading(String statement, String from) {
    Matcher found = READ.matcher(from);
    assertThat(found.matches()).as(from).isTrue();
    Pattern read = Pattern.compile("FROM " + found.group(2) + "(\\.\\w+)?");
    return read.matcher(statement).replaceFirst("FROM " + found.group(1));
  }

  /** The statement with the conditions that the advice says to add. */
  private static String adding(String statement, int column, String advice) {
    Matcher conditions = Pattern.compile("add ((?:\\S+ = …(?: AND )?)+)").matcher(advice);
    assertThat(conditions.find()).as(advice).isTrue();
    return Conditioned.with(statement, column, conditions.group(1).strip().replace("…", "?"));
  }

  private static void run(TestSession session, String statement) {
    CompiledStatement compiled = session.compile(statement);
    List<AttributeValue> parameters = new ArrayList<>();
    compiled
        .parameters()
        .forEach(
            each ->
                parameters.add(
                    each.type().equals(Optional.of(AttributeType.N))
                        ? NumberValue.of(1)
                        : new StringValue("1")));
    StatementResult result =
        compiled.execute(
            ExecutionRequest.of(
                session.backend(), Parameters.of(parameters.toArray(AttributeValue[]::new))));
    if (result instanceof StatementResult.Rows rows) {
      try (RowCursor cursor = rows.rows()) {
        Optional<Row> row = cursor.next();
        while (row.isPresent()) {
          row = cursor.next();
        }
      }
    }
  }
}
