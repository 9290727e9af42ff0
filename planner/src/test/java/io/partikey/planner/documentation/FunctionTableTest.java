package io.partikey.planner.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.Function;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.FunctionCatalog;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.StringValue;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.planner.TestSession;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about functions lists every one, and its tables say what calls are. */
class FunctionTableTest {
  private static final Path PAGE = Path.of("..", "docs", "functions.md");

  @Test
  void everyNameOfAFunctionIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(FunctionCatalog.names())
        .allSatisfy(name -> assertThat(page).containsPattern("`" + name + "[`(]"));
  }

  @Test
  void examplesInTablesAreWhatTheTableSays() {
    try (TestSession session = TestSession.open(PlannerSettings.DEFAULT)) {
      GoldenFile.check(
          PAGE,
          page ->
              page.lines()
                  .map(line -> isExample(line) ? answered(line, session) : line)
                  .reduce("", (text, line) -> text + line + "\n"));
    }
  }

  private static boolean isExample(String line) {
    return line.startsWith("| `") && cells(line).size() == 4;
  }

  // "||" in a cell is a concatenation, and no two ends of cells.
  private static List<String> cells(String line) {
    return Stream.of(line.strip().split("(?<!\\|)\\|(?!\\|)"))
        .map(String::strip)
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  private static String code(String cell) {
    return cell.substring(1, cell.length() - 1);
  }

  private static String answered(String line, TestSession session) {
    List<String> cells = cells(line);
    AttributeValue value = session.values("SELECT " + code(cells.get(2))).get(0);
    String is = ExpressionText.of(new Literal(value));
    return "| " + String.join(" | ", cells.subList(0, 3)) + " | `" + is + "` |";
  }

  @Test
  void functionsInTablesAreWhatAnAbsentArgumentIs() throws IOException {
    Set<Function> checked = new LinkedHashSet<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (isExample(line)) {
        checked.add(checkAbsence(code(cells(line).get(2))));
      }
    }
    assertThat(checked).hasSizeGreaterThan(20);
  }

  private static Function checkAbsence(String example) {
    FunctionCallSyntax call = (FunctionCallSyntax) StatementParser.parseExpression(example);
    boolean namesPart = call.lowerCaseName().matches("extract|date_.*");
    List<Expression> arguments = new ArrayList<>();
    int count = Math.max(call.arguments().size(), 1);
    for (ExpressionSyntax argument : call.arguments()) {
      arguments.add(new Literal(literal(argument)));
    }
    if (namesPart) {
      arguments.set(0, new Literal(new StringValue("DAY")));
    }
    if (arguments.size() == 1 && call.lowerCaseName().equals("position")) {
      arguments.add(arguments.get(0));
      count = 2;
    }
    Function function = FunctionCatalog.resolve(call.lowerCaseName(), count);
    for (int i = namesPart ? 1 : 0; i < count; i++) {
      assertThat(with(function, arguments, i, NullValue.NULL)).as(example).isEqualTo("NULL");
      assertThat(with(function, arguments, i, null)).as(example).isEqualTo("MISSING");
      assertThat(with(function, arguments, i, BooleanValue.TRUE)).as(example).isEqualTo("MISSING");
    }
    return function;
  }

  private static AttributeValue literal(ExpressionSyntax argument) {
    return argument instanceof StringLiteral text
        ? new StringValue(text.value())
        : new StringValue("x");
  }

  private static String with(
      Function function, List<Expression> arguments, int index, AttributeValue value) {
    List<Expression> changed = new ArrayList<>(arguments);
    changed.set(index, new Literal(value));
    try {
      return ExpressionText.of(
          new Literal(
              new FunctionCall(function, changed).evaluate(Environment.of(Parameters.NONE))));
    } catch (EngineException invalid) {
      return invalid.getMessage().toLowerCase(Locale.ROOT);
    }
  }
}
