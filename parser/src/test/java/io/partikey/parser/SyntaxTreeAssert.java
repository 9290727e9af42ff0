package io.partikey.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.format.PartiqlFormatter;

/** Assertions on syntax trees. */
final class SyntaxTreeAssert {
  private final Node actual;

  private SyntaxTreeAssert(Node actual) {
    this.actual = actual;
  }

  static SyntaxTreeAssert assertThatTree(Node actual) {
    return new SyntaxTreeAssert(actual);
  }

  /** Parses, writes, parses again and demands the same tree; answers the canonical text. */
  static String roundTrip(String text) {
    Statement statement = StatementParser.parseStatement(text);
    String canonical = PartiqlFormatter.format(statement);
    assertThatTree(StatementParser.parseStatement(canonical)).equalsIgnoringLocation(statement);
    return canonical;
  }

  /** Demands equal types and parts at every depth; only positions may differ. */
  void equalsIgnoringLocation(Node expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringFieldsOfTypes(SourceSpan.class)
        .isEqualTo(expected);
  }
}
