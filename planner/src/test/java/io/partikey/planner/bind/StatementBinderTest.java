package io.partikey.planner.bind;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.error.EngineException;
import io.partikey.parser.ParsingException;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.Statement;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.define.TestTables;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import io.partikey.planner.dynamodb.mistake.SyntaxMistakes;
import io.partikey.planner.dynamodb.rules.FormRules;
import io.partikey.testing.GoldenCases;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and the trees that they are bound to, as files of cases. */
class StatementBinderTest {
  private static final PlannerSettings SQL = PlannerSettings.DEFAULT;
  private static final PlannerSettings SERVICE =
      new PlannerSettings(Dialect.DYNAMODB, ScanPolicy.REJECT, true, false, 400);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names",
        "expressions",
        "select",
        "joins",
        "collections",
        "derived",
        "aggregates",
        "subqueries",
        "unions",
        "writes",
        "errors"
      })
  void bindsSql(String name) throws IOException {
    GoldenCases.in(getClass(), name + ".txt").check(text -> bound(text, SQL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "service-refusals", "service-syntax"})
  void bindsTheServiceDialect(String name) throws IOException {
    GoldenCases.in(getClass(), name + ".txt").check(text -> bound(text, SERVICE));
  }

  private static String bound(String text, PlannerSettings settings) {
    try {
      Statement statement = StatementParser.parseStatement(text);
      if (settings.dialect() == Dialect.DYNAMODB) {
        MistakeException.raise(FormRules.of(statement, text));
      }
      return BoundText.of(bound(statement, text, settings));
    } catch (EngineException refused) {
      return show(refused);
    } catch (ParsingException noStatement) {
      return show(new MistakeException(SyntaxMistakes.of(noStatement, text)));
    }
  }

  private static String show(EngineException refused) {
    return refused.position().map(Object::toString).orElse("nowhere")
        + " "
        + refused.code()
        + "\n"
        + refused.getMessage();
  }

  private static Bound<?> bound(Statement statement, String text, PlannerSettings settings) {
    Catalog catalog = TestTables.CATALOG;
    if (statement instanceof SelectStatement select) {
      return BoundStatements.query(text, select.query(), settings, catalog);
    }
    return BoundStatements.write(text, statement, settings, catalog);
  }
}
