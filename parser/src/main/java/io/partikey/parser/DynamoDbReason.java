package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseLexer;
import io.partikey.grammar.PartiqlKeywords;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The words with which Amazon DynamoDB names a syntax error.
 *
 * <p>The service's parser is not ours, so the words follow from the situation: what stood before
 * the offending token and what was expected there. Situations whose words are not known have none.
 */
final class DynamoDbReason {
  private static final Set<Integer> INFIX_OPERATORS =
      Set.of(
          PartiqlBaseLexer.AND,
          PartiqlBaseLexer.OR,
          PartiqlBaseLexer.EQUAL,
          PartiqlBaseLexer.NOT_EQUAL,
          PartiqlBaseLexer.NOT_EQUAL_C,
          PartiqlBaseLexer.LESS,
          PartiqlBaseLexer.LESS_OR_EQUAL,
          PartiqlBaseLexer.GREATER,
          PartiqlBaseLexer.GREATER_OR_EQUAL,
          PartiqlBaseLexer.PLUS,
          PartiqlBaseLexer.MINUS,
          PartiqlBaseLexer.IN,
          PartiqlBaseLexer.LIKE);

  private DynamoDbReason() {}

  /**
   * The words for one situation.
   *
   * @param verb the type of the first token of the statement
   * @param previous the type of the token before the offending one
   * @param offending the offending token
   * @param expected what was expected instead
   */
  static String of(int verb, int previous, Token offending, Set<String> expected) {
    if (offending.getType() == PartiqlBaseLexer.UNRECOGNIZED) {
      return "";
    }
    if (expected.contains(ExpectedNames.QUERY) && expected.contains("'DELETE'")) {
      return "Expected data manipulation";
    }
    if (expected.contains(ExpectedNames.END)) {
      return "Unexpected token after expression";
    }
    if (expected.contains(ExpectedNames.TYPE)) {
      return "Expected type name";
    }
    if (expected.contains(ExpectedNames.TABLE) && verb == PartiqlBaseLexer.DELETE) {
      return "Expected identifier for simple path";
    }
    boolean termExpected =
        expected.contains(ExpectedNames.EXPRESSION) || expected.contains(ExpectedNames.TABLE);
    return termExpected ? noTerm(previous, offending) : "";
  }

  private static String noTerm(int previous, Token offending) {
    int type = offending.getType();
    if (type == Token.EOF || type == PartiqlBaseLexer.SEMICOLON) {
      return INFIX_OPERATORS.contains(previous)
          ? "Missing right-hand side expression of infix operator"
          : "Unexpected term";
    }
    if (INFIX_OPERATORS.contains(type)
        || type == PartiqlBaseLexer.IS
        || type == PartiqlBaseLexer.BETWEEN) {
      return "Unexpected operator";
    }
    return PartiqlKeywords.isReserved(offending.getText())
        ? "Unexpected keyword"
        : "Unexpected term";
  }
}
