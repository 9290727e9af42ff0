package io.partikey.engine.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.StringValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FunctionTest {
  private static final StringValue MISSING = new StringValue("MISSING");

  /** One test for each line of the table. */
  @TestFactory
  Stream<DynamicTest> functionsOfTheTable() {
    return lines().stream().map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
  }

  @Test
  void everyFunctionIsInTheTable() {
    List<String> lines = lines();

    assertThat(FunctionCatalog.names())
        .allSatisfy(name -> assertThat(lines).anyMatch(line -> line.startsWith(name + "(")));
  }

  private static void check(String line) {
    int open = line.indexOf('(');
    int errorAt = line.lastIndexOf(") ! ");
    int close = errorAt > 0 ? errorAt : line.lastIndexOf(") = ");
    String name = line.substring(0, open);
    String arguments = line.substring(open + 1, close);
    String expected = line.substring(close + 4);
    if (errorAt > 0) {
      EngineException error =
          catchThrowableOfType(EngineException.class, () -> call(name, arguments));
      assertThat(error).hasMessage(expected);
      return;
    }
    assertThat(call(name, arguments)).isEqualTo(read(expected));
  }

  private static @Nullable AttributeValue call(String name, String arguments) {
    List<Expression> operands =
        ((ListValue) Objects.requireNonNull(read("[" + arguments + "]")))
            .elements().stream()
                .map(value -> new Literal(value.equals(MISSING) ? null : value))
                .map(Expression.class::cast)
                .toList();
    return new FunctionCall(FunctionCatalog.resolve(name, operands.size()), operands)
        .evaluate(Environment.of(Parameters.NONE));
  }

  private static @Nullable AttributeValue read(String text) {
    AttributeValue value = DocumentJson.readValue(text.replace("MISSING", "\"MISSING\""));
    return value.equals(MISSING) ? null : value;
  }

  private static List<String> lines() {
    try (InputStream table = FunctionTest.class.getResourceAsStream("functions.txt")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
