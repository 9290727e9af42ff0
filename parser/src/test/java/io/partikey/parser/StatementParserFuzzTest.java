package io.partikey.parser;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.format.PartiqlFormatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any text is a statement or is refused with a {@link ParsingException}; what is a statement is
 * written as text that is one too.
 *
 * <p>An ordinary run takes the statements of all tests. {@code mvn -Pnightly verify} lets Jazzer
 * mutate them for ten minutes; what it finds it writes beside the test's resources, where ordinary
 * runs take it from then on.
 */
class StatementParserFuzzTest {
  private static final Path MODULES = Path.of("..");

  @MethodSource("statements")
  @DictionaryEntries({
    "SELECT",
    "FROM",
    "WHERE",
    "INSERT INTO",
    "VALUE",
    "VALUES",
    "UPDATE",
    "SET",
    "REMOVE",
    "DELETE",
    "RETURNING ALL OLD *",
    "GROUP BY",
    "HAVING",
    "ORDER BY",
    "LIMIT",
    "OFFSET",
    "UNION ALL",
    "LEFT JOIN",
    "ON",
    "UNNEST",
    "CASE WHEN",
    "THEN",
    "END",
    "CAST",
    "EXISTS",
    "NOT",
    "AND",
    "OR",
    "IN",
    "BETWEEN",
    "LIKE",
    "ESCAPE",
    "IS MISSING",
    "EXPLAIN ANALYZE",
    "CREATE TABLE",
    "PRIMARY KEY",
    "GLOBAL INDEX",
    "CREATE INDEX",
    "DISTINCT",
    "FILTER (WHERE",
    "<<",
    ">>",
    "{'a':",
    "[*]",
    ".*",
    "||",
    "<>",
    "\"",
    "''",
    "/*+ ALLOW_SCAN */",
    "--",
    "?"
  })
  // Jazzer wants to be the last of the annotations.
  @FuzzTest(maxDuration = "10m")
  void readsOrRefuses(@NotNull String text) {
    Statement statement;
    try {
      statement = StatementParser.parseStatement(text);
    } catch (ParsingException refused) {
      return;
    }
    StatementParser.parseStatement(PartiqlFormatter.format(statement));
  }

  /** The statements of all files of cases. */
  static Stream<String> statements() throws IOException {
    try (Stream<Path> files = Files.walk(MODULES, 12)) {
      List<String> found = new ArrayList<>();
      files
          .filter(file -> file.toString().contains("src/test/resources"))
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .forEach(file -> found.addAll(statements(file)));
      return found.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct();
    }
  }

  private static List<String> statements(Path file) {
    try {
      List<String> statements = new ArrayList<>();
      StringBuilder statement = new StringBuilder();
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("> ")) {
          statement.append(line.substring(2)).append('\n');
        } else if (!statement.isEmpty()) {
          statements.add(statement.toString());
          statement.setLength(0);
        }
      }
      return statements;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
