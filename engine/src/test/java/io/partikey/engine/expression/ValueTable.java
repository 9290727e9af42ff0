package io.partikey.engine.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.StringValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of operations and what comes of them, one on each line: {@code operation = value} or
 * {@code operation ! error}. Values are written as in {@link DocumentJson}, and MISSING as itself.
 */
final class ValueTable {
  private static final StringValue MISSING = new StringValue("MISSING");

  private final List<String> lines;

  private ValueTable(List<String> lines) {
    this.lines = lines;
  }

  /** The table in a file beside the tests. */
  static ValueTable in(String file) {
    try (InputStream table = ValueTable.class.getResourceAsStream(file)) {
      return new ValueTable(
          new String(Objects.requireNonNull(table).readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return lines;
  }

  /** One test for each line; it is handed the operation. */
  Stream<DynamicTest> tests(Operation operation) {
    return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> check(line, operation)));
  }

  /** What the text of a value, null for MISSING, says. */
  static @Nullable AttributeValue read(String text) {
    AttributeValue value = DocumentJson.readValue(text.replace("MISSING", "\"MISSING\""));
    return orMissing(value);
  }

  /** The value, null for the one that {@link #read} reads for MISSING inside of others. */
  static @Nullable AttributeValue orMissing(AttributeValue value) {
    return value.equals(MISSING) ? null : value;
  }

  private static void check(String line, Operation operation) {
    int error = line.lastIndexOf(" ! ");
    if (error > 0) {
      assertThat(
              catchThrowableOfType(
                  EngineException.class, () -> operation.apply(line.substring(0, error))))
          .hasMessage(line.substring(error + 3));
      return;
    }
    int equals = line.lastIndexOf(" = ");
    assertThat(operation.apply(line.substring(0, equals)))
        .isEqualTo(read(line.substring(equals + 3)));
  }

  /** What computes the value of a line's operation. */
  interface Operation {
    @Nullable AttributeValue apply(String text);
  }
}
