package io.partikey.parser.format;

import io.partikey.parser.ast.Alias;
import io.partikey.parser.ast.AstVisitor;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.BooleanLiteral;
import io.partikey.parser.ast.DataType;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NullLiteral;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TupleField;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.Variable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes names, literals and paths. Every visit appends to the builder and answers it. */
abstract class ValueFormatter implements AstVisitor<StringBuilder, StringBuilder> {
  /** What stands behind the arguments of a type. */
  private static final List<String> TYPE_SUFFIXES =
      List.of(" WITH TIME ZONE", " WITHOUT TIME ZONE", " SET");

  @Override
  public StringBuilder visitNode(Node node, StringBuilder out) {
    throw new IllegalArgumentException("no text for " + node.getClass().getSimpleName());
  }

  /** Writes a query in parentheses. */
  final StringBuilder query(QuerySyntax query, StringBuilder out) {
    return visit(query, out.append('(')).append(')');
  }

  /** Writes an operand, in parentheses if it holds together less than is needed. */
  final StringBuilder operand(ExpressionSyntax operand, Precedence needed, StringBuilder out) {
    if (Precedence.of(operand).compareTo(needed) < 0) {
      return visit(operand, out.append('(')).append(')');
    }
    return visit(operand, out);
  }

  final StringBuilder list(
      String open, List<? extends Node> nodes, String close, StringBuilder out) {
    return commas(nodes, out.append(open)).append(close);
  }

  final StringBuilder commas(List<? extends Node> nodes, StringBuilder out) {
    String before = "";
    for (Node node : nodes) {
      visit(node, out.append(before));
      before = ", ";
    }
    return out;
  }

  final StringBuilder optional(String before, @Nullable Node node, StringBuilder out) {
    return node == null ? out : visit(node, out.append(before));
  }

  @Override
  public StringBuilder visitIdentifier(Identifier node, StringBuilder out) {
    if (!node.quoted()) {
      return out.append(node.value());
    }
    return out.append('"').append(node.value().replace("\"", "\"\"")).append('"');
  }

  @Override
  public StringBuilder visitQualifiedName(QualifiedName node, StringBuilder out) {
    String before = "";
    for (Identifier part : node.parts()) {
      visit(part, out.append(before));
      before = ".";
    }
    return out;
  }

  @Override
  public StringBuilder visitAlias(Alias node, StringBuilder out) {
    return visit(node.name(), out.append(node.explicit() ? "AS " : ""));
  }

  @Override
  public StringBuilder visitDataType(DataType node, StringBuilder out) {
    if (node.arguments().isEmpty()) {
      return out.append(node.name());
    }
    String suffix = TYPE_SUFFIXES.stream().filter(node.name()::endsWith).findFirst().orElse("");
    return out.append(node.name(), 0, node.name().length() - suffix.length())
        .append(
            node.arguments().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "(", ")")))
        .append(suffix);
  }

  @Override
  public StringBuilder visitVariable(Variable node, StringBuilder out) {
    return visit(node.name(), out);
  }

  @Override
  public StringBuilder visitPathExpression(PathExpression node, StringBuilder out) {
    boolean separate =
        node.root() instanceof PathExpression
            || node.root() instanceof NumberLiteral
            || Precedence.of(node.root()) != Precedence.PRIMARY;
    if (separate) {
      visit(node.root(), out.append('(')).append(')');
    } else {
      visit(node.root(), out);
    }
    node.steps().forEach(step -> visit(step, out));
    return out;
  }

  @Override
  public StringBuilder visitAttributeStep(PathStepSyntax.Attribute node, StringBuilder out) {
    return visit(node.name(), out.append('.'));
  }

  @Override
  public StringBuilder visitSubscriptStep(PathStepSyntax.Subscript node, StringBuilder out) {
    return visit(node.key(), out.append('[')).append(']');
  }

  @Override
  public StringBuilder visitAllElementsStep(PathStepSyntax.AllElements node, StringBuilder out) {
    return out.append("[*]");
  }

  @Override
  public StringBuilder visitAllAttributesStep(
      PathStepSyntax.AllAttributes node, StringBuilder out) {
    return out.append(".*");
  }

  @Override
  public StringBuilder visitParameter(ParameterSyntax node, StringBuilder out) {
    return out.append('?');
  }

  @Override
  public StringBuilder visitListLiteral(ListLiteral node, StringBuilder out) {
    return list("[", node.elements(), "]", out);
  }

  @Override
  public StringBuilder visitBagLiteral(BagLiteral node, StringBuilder out) {
    return list("<<", node.elements(), ">>", out);
  }

  @Override
  public StringBuilder visitTupleLiteral(TupleLiteral node, StringBuilder out) {
    return list("{", node.fields(), "}", out);
  }

  @Override
  public StringBuilder visitTupleField(TupleField node, StringBuilder out) {
    return visit(node.value(), visit(node.name(), out).append(": "));
  }

  @Override
  public StringBuilder visitNullLiteral(NullLiteral node, StringBuilder out) {
    return out.append("NULL");
  }

  @Override
  public StringBuilder visitMissingLiteral(MissingLiteral node, StringBuilder out) {
    return out.append("MISSING");
  }

  @Override
  public StringBuilder visitBooleanLiteral(BooleanLiteral node, StringBuilder out) {
    return out.append(node.value() ? "TRUE" : "FALSE");
  }

  @Override
  public StringBuilder visitStringLiteral(StringLiteral node, StringBuilder out) {
    return out.append('\'').append(node.value().replace("'", "''")).append('\'');
  }

  @Override
  public StringBuilder visitNumberLiteral(NumberLiteral node, StringBuilder out) {
    return out.append(node.text());
  }
}
