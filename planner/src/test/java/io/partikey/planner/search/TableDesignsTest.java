package io.partikey.planner.search;

import io.partikey.engine.error.EngineException;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.testing.GoldenCases;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The planner's table: designs of tables, each a file that defines them and shows for many
 * statements the physical plan, or the refusal with its advice.
 */
final class TableDesignsTest {
  @ParameterizedTest
  @FieldSource("io.partikey.planner.search.TableDesign#NAMES")
  void plans(String name) throws IOException {
    TableDesign design = new TableDesign();
    GoldenCases.in(getClass(), "designs/" + name + ".txt").check(text -> answer(design, text));
  }

  private static String answer(TableDesign design, String text) {
    if (TableDesign.isDefinition(text)) {
      design.define(text);
      return "defined";
    }
    try {
      return String.join(
          "\n",
          new PlannedStatement(Dialect.SQL, ScanPolicy.REJECT, design.catalog(), design::statistics)
              .explain(text));
    } catch (EngineException refused) {
      return refused.position().map(Object::toString).orElse("nowhere")
          + " "
          + refused.code()
          + "\n"
          + refused.getMessage();
    }
  }
}
