package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.error.ErrorCode;
import io.partikey.testing.GoldenCases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every cure of every refusal in the planner's table, taken as it is written, makes the very
 * statement run; what it answers then is what it answers when it is forced, and what it is said to
 * cost is what EXPLAIN says.
 */
final class CuresTest {
  private int answers;
  private int rows;
  private int pairs;

  @TestFactory
  Stream<DynamicTest> everyCureOfARefusalMakesTheStatementRun() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : TableDesign.NAMES) {
      TableDesign design = new TableDesign();
      for (Map.Entry<String, String> each :
          GoldenCases.in(getClass(), "designs/" + name + ".txt").cases().entrySet()) {
        String statement = each.getKey();
        String answer = each.getValue();
        if (TableDesign.isDefinition(statement)) {
          design.define(statement);
        } else if (answer.contains(ErrorCode.NOT_KEYED.name())) {
          tests.add(
              DynamicTest.dynamicTest(
                  name + ": " + statement,
                  () -> check(new CheckedRefusal(design, statement, answer))));
        } else if (CheckedRefusal.WARNED.matcher(answer).find()) {
          tests.add(
              DynamicTest.dynamicTest(
                  name + ": " + statement,
                  () -> pairs += CheckedRefusal.checkWarned(design, statement, answer)));
        } else if (CheckedRefusal.WRITTEN.matcher(answer).find()) {
          tests.add(
              DynamicTest.dynamicTest(
                  name + ": " + statement,
                  () -> CheckedRefusal.checkWritten(design, statement, answer)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(150);
    tests.add(
        DynamicTest.dynamicTest(
            "there are rows to compare",
            () -> {
              assertThat(rows).isGreaterThan(answers);
              assertThat(pairs).isPositive();
            }));
    return tests.stream();
  }

  private void check(CheckedRefusal refused) {
    try (refused) {
      refused.check();
      answers += refused.answers();
      rows += refused.rows();
    }
  }
}
