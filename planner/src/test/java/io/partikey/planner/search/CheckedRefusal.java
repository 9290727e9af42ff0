package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ScanPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;

/**
 * A refused statement whose cures are taken as they are written: each makes it run and answer what
 * it answers when it is forced, and costs what it is said to.
 */
final class CheckedRefusal implements AutoCloseable {
  private static final Pattern VERB = Pattern.compile("\\b(SELECT|UPDATE|DELETE)\\b");
  private static final Pattern UNITS = Pattern.compile(", ([0-9.]+) RU$");
  private static final Pattern WRITE_UNITS = Pattern.compile("write: ([0-9.]+) RU, .*");
  private static final Pattern QUOTES =
      Pattern.compile("(\\w+) \\S+ (\\w+) compares two attributes\\. .*: ('.*')\\.");

  /** A literal of the wrong type for a key of its table, as errors say how to write it. */
  static final Pattern WRITTEN = Pattern.compile("KEY_INVALID\n.*\\. Write (.*): .*");

  private final TableDesign design;
  private final String statement;
  private final RefusalText refusal;
  private final CureSession untouched;
  private int answers;
  private int rows;

  /** A statement and its refusal, with a database of its own. */
  CheckedRefusal(TableDesign design, String statement, String golden) {
    this.design = design;
    this.statement = statement;
    this.refusal = RefusalText.of(golden);
    this.untouched = CureSession.open(design, statement);
  }

  @Override
  public void close() {
    untouched.close();
  }

  /** How many answers were compared. */
  int answers() {
    return answers;
  }

  /** How many rows they had. */
  int rows() {
    return rows;
  }

  /** Checks a statement that is refused for such a literal. */
  static void checkWritten(TableDesign design, String statement, String answer) {
    Matcher written = WRITTEN.matcher(answer);
    assertThat(written.find()).isTrue();
    CuredStatement cured = new CuredStatement(statement, "");
    cured.write(written.group(1));
    try (CureSession session = CureSession.open(design, statement)) {
      assertThat(session.refusal(cured.text())).as(cured.text()).isEmpty();
    }
  }

  void check() {
    assertThat(refusal.parts()).isNotEmpty();
    assertThat(untouched.refusal(statement)).as("the refusal of %s", statement).isPresent();
    assertThat(refusal.scanUnits()).isNotNaN();
    runs(forced(statement));
    refusal.sentences().forEach(this::checkSentence);
    for (RefusalText.Part part : refusal.parts()) {
      assertThat(part.cures()).as(statement).isNotEmpty();
      checkOrder(part);
      part.ofStatement().forEach(cure -> checkCure(part, cure));
      part.ofTables().forEach(cure -> checkIndexes(part, cure));
    }
  }

  private void checkOrder(RefusalText.Part part) {
    List<RefusalText.Line> all = new ArrayList<>(part.ofStatement());
    all.addAll(part.ofTables());
    assertThat(part.cures()).as("what changes no table is cheaper").isEqualTo(all);
    List<Double> costs = new ArrayList<>();
    boolean literals = true;
    for (RefusalText.Line cure : part.ofStatement()) {
      assertThat(cure.units()).as(cure.text()).isNotNaN();
      literals &= cure.writesLiterals();
      if (!literals) {
        assertThat(cure.writesLiterals()).as("first of all: %s", cure.text()).isFalse();
        costs.add(cure.units());
      }
    }
    assertThat(costs).as(statement).isSorted();
  }

  private void checkSentence(String sentence) {
    Matcher quotes = QUOTES.matcher(sentence);
    assertThat(quotes.matches()).as(sentence).isTrue();
    String meant =
        Pattern.compile("= \"?" + quotes.group(2) + "\"?")
            .matcher(statement)
            .replaceFirst("= " + quotes.group(3));
    runs(meant);
  }

  /** A cure of one part, with the first cure of each other part. */
  private void checkCure(RefusalText.Part part, RefusalText.Line cure) {
    String cured = cured(part, cure, "");
    runs(cured);
    checkUnits(cured, part, cure);
    for (String table : CuredStatement.tablesOf(cure)) {
      runs(cured(part, cure, table));
    }
  }

  private String cured(RefusalText.Part part, RefusalText.Line cure, String columnsOf) {
    CuredStatement cured = new CuredStatement(statement, columnsOf);
    for (RefusalText.Part each : refusal.parts()) {
      cured.apply(each, each.equals(part) ? cure : each.ofStatement().get(0));
    }
    return cured.text();
  }

  private void checkUnits(String cured, RefusalText.Part part, RefusalText.Line cure) {
    double units = 0;
    for (RefusalText.Part each : refusal.parts()) {
      units += each.equals(part) ? cure.units() : each.ofStatement().get(0).units();
    }
    List<String> plan =
        new PlannedStatement(Dialect.SQL, ScanPolicy.REJECT, design.catalog(), design::statistics)
            .explain(cured);
    assertThat(units(plan)).as(cured).isCloseTo(units, within(refusal.parts().size()));
  }

  private static Offset<Double> within(int parts) {
    return Offset.offset(0.051 * parts);
  }

  private static double units(List<String> plan) {
    Matcher write = WRITE_UNITS.matcher(plan.get(0));
    if (write.matches()) {
      return Double.parseDouble(write.group(1));
    }
    Matcher units = UNITS.matcher(plan.get(0));
    return units.find() ? Double.parseDouble(units.group(1)) : 0;
  }

  /** Runs a statement; a query answers as it does when it is forced, a write has its own items. */
  private void runs(String text) {
    if (isQuery(text)) {
      assertSame(text, untouched, untouched.rows(forced(text)));
      return;
    }
    try (CureSession session = CureSession.open(design, statement)) {
      assertThat(session.refusal(text)).as(text).isEmpty();
    }
  }

  private static boolean isQuery(String text) {
    return text.startsWith("SELECT");
  }

  /**
   * The indexes of one part, with the first ones, or else the first cure, of each other part. All
   * of them are needed.
   */
  private void checkIndexes(RefusalText.Part part, RefusalText.Line cure) {
    CuredStatement cured = new CuredStatement(statement, "");
    List<String> definitions = new ArrayList<>(cure.definitions());
    for (RefusalText.Part each : refusal.parts()) {
      if (!each.equals(part) && each.ofTables().isEmpty()) {
        cured.apply(each, each.ofStatement().get(0));
      } else if (!each.equals(part)) {
        definitions.addAll(each.ofTables().get(0).definitions());
      }
    }
    String text = cured.text();
    try (CureSession session = CureSession.open(design, statement)) {
      List<String> forced = isQuery(text) ? session.rows(forced(text)) : List.of();
      for (String definition : definitions) {
        if (definition.startsWith("CREATE INDEX")) {
          assertThat(session.refusal(text)).as("without %s", definition).isPresent();
        }
        session.rows(definition);
      }
      if (isQuery(text)) {
        assertSame(text, session, forced);
      } else {
        assertThat(session.refusal(text)).as(text).isEmpty();
      }
    }
  }

  private void assertSame(String text, CureSession session, List<String> forced) {
    assertThat(session.refusal(text)).as(text).isEmpty();
    List<String> found = session.rows(text);
    if (text.contains(" LIMIT ")) {
      assertThat(found).as(text).hasSameSizeAs(forced);
    } else {
      assertThat(found).as(text).containsExactlyInAnyOrderElementsOf(forced);
    }
    answers++;
    rows += found.size();
  }

  /** A join on columns of different types, as warnings say how to write it. */
  static final Pattern WARNED = Pattern.compile("warning: .* never equal: write (.*)");

  /** Checks a query that runs with such a warning; how many rows it has when that is followed. */
  static int checkWarned(TableDesign design, String statement, String answer) {
    CuredStatement cured = new CuredStatement(statement, "");
    WARNED.matcher(answer).results().forEach(warning -> cured.write(warning.group(1)));
    try (CureSession session = CureSession.open(design, statement)) {
      assertThat(session.rows(statement)).as(statement).isEmpty();
      assertThat(session.refusal(cured.text())).as(cured.text()).isEmpty();
      assertThat(session.rows(cured.text()))
          .as(cured.text())
          .containsExactlyInAnyOrderElementsOf(session.rows(forced(cured.text())));
      assertThat(session.warnings(cured.text())).noneMatch(each -> each.contains("never equal"));
      assertThat(session.warnings(statement)).anyMatch(each -> each.contains("never equal"));
      return session.rows(cured.text()).size();
    }
  }

  private static String forced(String statement) {
    return VERB.matcher(statement).replaceFirst("$1 /*+ ALLOW_SCAN */");
  }
}
