package io.partikey.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.parser.ast.AstVisitor;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.LiteralSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.Signed;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyntaxTreeTest {
  private static final SourceSpan SPAN = new SourceSpan(1, 1, 0, 1);

  @Test
  void visitsWithTheMostSpecialMethodThatIsThere() {
    AstVisitor<String, String> visitor =
        new AstVisitor<>() {
          @Override
          public String visitNode(Node node, String context) {
            return context + " node";
          }

          @Override
          public String visitLiteral(LiteralSyntax node, String context) {
            return context + " literal";
          }

          @Override
          public String visitVariable(Variable node, String context) {
            return context + " variable";
          }
        };

    assertThat(visitor.visit(StatementParser.parseExpression("1"), "a")).isEqualTo("a literal");
    assertThat(visitor.visit(StatementParser.parseExpression("x"), "a")).isEqualTo("a variable");
    assertThat(visitor.visit(StatementParser.parseExpression("x + 1"), "a")).isEqualTo("a node");
    assertThat(visitor.visit(StatementParser.parseStatement("SHUTDOWN"), "a")).isEqualTo("a node");
  }

  @Test
  void walksDownInTheOrderOfTheText() {
    ExpressionSyntax tree = StatementParser.parseExpression("f(a, 1) = [b] OR NOT c");

    assertThat(tree.descendants())
        .extracting(node -> node.getClass().getSimpleName())
        .containsExactly(
            "LogicalSyntax",
            "ComparisonSyntax",
            "FunctionCallSyntax",
            "Identifier",
            "Variable",
            "Identifier",
            "NumberLiteral",
            "ListLiteral",
            "Variable",
            "Identifier",
            "NotSyntax",
            "Variable",
            "Identifier");
  }

  @Test
  void listsCannotBeChangedFromOutside() {
    List<ExpressionSyntax> elements = new ArrayList<>();
    ListLiteral list = new ListLiteral(elements, SPAN);
    elements.add(new NumberLiteral("1", SPAN));

    assertThat(list.elements()).isEmpty();
    assertThatThrownBy(() -> list.elements().add(list))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesTreesThatNoTextHas() {
    NumberLiteral number = new NumberLiteral("1", SPAN);
    ListLiteral list = new ListLiteral(List.of(), SPAN);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Signed(Signed.Sign.MINUS, number, SPAN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InCollection(false, number, list, SPAN));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceSpan(0, 1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceSpan(1, 1, 2, 1));
  }

  @Test
  void positionsPrintAsTheServiceWritesThem() {
    assertThat(Map.of("at", new SourceSpan(1, 8, 7, 12))).hasToString("{at=1:8:5}");
  }
}
