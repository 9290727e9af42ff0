package io.partikey.parser;

import static io.partikey.parser.SyntaxTreeAssert.assertThatTree;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.format.PartiqlFormatter;
import io.partikey.testing.SeededTest;
import java.util.Random;

/** Properties of random trees. */
class RoundTripPropertyTest {
  private static final String SIGNS = "()[]{}<>,.;:'\"?@#-*/\\ab1 \n";

  @SeededTest
  void expressionsParseBackToTheSameTree(long seed) {
    new Random(seed).longs(400).forEach(RoundTripPropertyTest::expressionParsesBack);
  }

  private static void expressionParsesBack(long seed) {
    ExpressionSyntax tree = new RandomTrees(seed).expression(4);

    assertThatTree(StatementParser.parseExpression(PartiqlFormatter.format(tree)))
        .equalsIgnoringLocation(tree);
  }

  @SeededTest
  void statementsParseBackToTheSameTree(long seed) {
    new Random(seed).longs(400).forEach(RoundTripPropertyTest::statementParsesBack);
  }

  private static void statementParsesBack(long seed) {
    Statement tree = new RandomStatements(seed).statement(3);

    assertThatTree(StatementParser.parseStatement(PartiqlFormatter.format(tree)))
        .equalsIgnoringLocation(tree);
  }

  @SeededTest
  void partsLieInsideOfWhatTheyArePartOf(long seed) {
    new Random(seed).longs(200).forEach(RoundTripPropertyTest::partsLieInside);
  }

  private static void partsLieInside(long seed) {
    String text = PartiqlFormatter.format(new RandomTrees(seed).expression(4));
    ExpressionSyntax tree = StatementParser.parseExpression(text);

    assertThat(tree.descendants()).allSatisfy(RoundTripPropertyTest::holdsItsParts);
    assertThat(tree.span().end()).isLessThanOrEqualTo(text.length());
  }

  private static void holdsItsParts(Node node) {
    assertThat(node.span().length()).isPositive();
    assertThat(node.children())
        .allSatisfy(
            child -> {
              assertThat(child.span().start()).isGreaterThanOrEqualTo(node.span().start());
              assertThat(child.span().end()).isLessThanOrEqualTo(node.span().end());
            });
  }

  @SeededTest
  void damagedTextIsReadOrRefusedWithAPosition(long seed) {
    new Random(seed).longs(400).forEach(RoundTripPropertyTest::damagedTextIsReadOrRefused);
  }

  private static void damagedTextIsReadOrRefused(long seed) {
    String text = damage(PartiqlFormatter.format(new RandomStatements(seed).statement(2)), seed);

    try {
      StatementParser.parseStatement(text);
    } catch (ParsingException e) {
      assertThat((long) e.line()).isLessThanOrEqualTo(text.lines().count() + 1);
      assertThat(e.column()).isLessThanOrEqualTo(text.length() + 1);
      assertThat(e.errorMessage()).isNotEmpty().doesNotContain("RULE_", "DIGIT_IDENTIFIER");
      assertThat(e.caretLine()).contains("^");
    }
  }

  private static String damage(String text, long seed) {
    Random random = new Random(seed);
    StringBuilder damaged = new StringBuilder(text);
    for (int i = 0; i < 3; i++) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        default -> damaged.setLength(at + 1);
      }
      if (damaged.length() == 0) {
        return "";
      }
    }
    return damaged.toString();
  }
}
