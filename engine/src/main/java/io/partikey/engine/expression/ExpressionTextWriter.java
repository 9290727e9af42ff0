package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.PathStep;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes expressions as {@link ExpressionText} describes. */
final class ExpressionTextWriter implements ExpressionVisitor<ExpressionTextWriter.Text> {
  private final IntFunction<String> columnNames;

  ExpressionTextWriter(IntFunction<String> columnNames) {
    this.columnNames = columnNames;
  }

  /** How tightly the outermost operator of a text binds, loosest first. */
  enum Binding {
    OR,
    AND,
    NOT,
    PREDICATE,
    CONCATENATION,
    SUM,
    PRODUCT,
    PRIMARY
  }

  /** A text with its outermost operator's binding, {@code PRIMARY} for none. */
  record Text(String text, Binding binding) {
    String atLeast(Binding least) {
      return binding.compareTo(least) < 0 ? "(" + text + ")" : text;
    }

    String above(Binding other) {
      return binding.compareTo(other) <= 0 ? "(" + text + ")" : text;
    }
  }

  private String text(Expression expression) {
    return text(expression, Binding.OR);
  }

  private String text(Expression expression, Binding least) {
    return expression.accept(this).atLeast(least);
  }

  private String joined(List<Expression> expressions, Binding least, String separator) {
    return expressions.stream()
        .map(expression -> text(expression, least))
        .collect(Collectors.joining(separator));
  }

  private static Text primary(String text) {
    return new Text(text, Binding.PRIMARY);
  }

  private Text predicate(Expression value, String rest) {
    return new Text(text(value, Binding.CONCATENATION) + rest, Binding.PREDICATE);
  }

  @Override
  public Text visitLiteral(Literal literal) {
    @Nullable AttributeValue value = literal.value();
    return primary(value == null ? "MISSING" : LiteralText.of(value));
  }

  @Override
  public Text visitParameter(Parameter parameter) {
    return primary("?" + (parameter.index() + 1));
  }

  @Override
  public Text visitAttributeReference(AttributeReference attribute) {
    return primary(LiteralText.name(attribute.name()));
  }

  @Override
  public Text visitColumnReference(ColumnReference column) {
    return primary(columnNames.apply(column.index()));
  }

  @Override
  public Text visitPathAccess(PathAccess path) {
    return primary(text(path.base(), Binding.PRIMARY) + steps(path.steps()));
  }

  @Override
  public Text visitWildcardPath(WildcardPath path) {
    StringBuilder written = new StringBuilder(text(path.base(), Binding.PRIMARY));
    for (WildcardPath.Part part : path.parts()) {
      written.append(part.wildcard().symbol()).append(steps(part.steps()));
    }
    return primary(written.toString());
  }

  @Override
  public Text visitSubscript(Subscript subscript) {
    return primary(
        text(subscript.base(), Binding.PRIMARY) + "[" + text(subscript.key(), Binding.OR) + "]");
  }

  private static String steps(List<PathStep> steps) {
    return steps.stream()
        .map(
            step ->
                step instanceof PathStep.Member member
                    ? "." + LiteralText.name(member.name())
                    : "[" + ((PathStep.Element) step).index() + "]")
        .collect(Collectors.joining());
  }

  @Override
  public Text visitComparison(Comparison comparison) {
    return predicate(
        comparison.left(),
        " "
            + comparison.operator().symbol()
            + " "
            + text(comparison.right(), Binding.CONCATENATION));
  }

  @Override
  public Text visitBetween(Between between) {
    return between(between, " BETWEEN ");
  }

  private Text between(Between between, String operator) {
    return predicate(
        between.value(),
        operator
            + text(between.lower(), Binding.CONCATENATION)
            + " AND "
            + text(between.upper(), Binding.CONCATENATION));
  }

  @Override
  public Text visitInList(InList inList) {
    return inList(inList, " IN ");
  }

  private Text inList(InList inList, String operator) {
    List<Expression> candidates = inList.candidates();
    return predicate(
        inList.value(),
        candidates.size() == 1 && candidates.get(0) instanceof Elements elements
            ? operator + text(elements, Binding.CONCATENATION)
            : operator + "[" + joined(candidates, Binding.OR, ", ") + "]");
  }

  @Override
  public Text visitLike(Like like) {
    return like(like, " LIKE ");
  }

  private Text like(Like like, String operator) {
    return predicate(
        like.value(),
        operator
            + text(like.pattern(), Binding.CONCATENATION)
            + like.escape()
                .map(escape -> " ESCAPE " + text(escape, Binding.CONCATENATION))
                .orElse(""));
  }

  @Override
  public Text visitPresence(Presence presence) {
    return presence(presence, " IS ");
  }

  private Text presence(Presence presence, String operator) {
    return predicate(
        presence.value(),
        operator + (presence.test() == Presence.Test.MISSING ? "MISSING" : "NULL"));
  }

  @Override
  public Text visitTypeTest(TypeTest test) {
    return predicate(test.value(), " IS " + test.kind().typeName());
  }

  @Override
  public Text visitNot(Not not) {
    Expression condition = not.condition();
    if (condition instanceof Between between) {
      return between(between, " NOT BETWEEN ");
    }
    if (condition instanceof InList inList) {
      return inList(inList, " NOT IN ");
    }
    if (condition instanceof Like like) {
      return like(like, " NOT LIKE ");
    }
    if (condition instanceof Presence presence) {
      return presence(presence, " IS NOT ");
    }
    return condition instanceof TypeTest test
        ? predicate(test.value(), " IS NOT " + test.kind().typeName())
        : new Text("NOT " + text(condition, Binding.NOT), Binding.NOT);
  }

  @Override
  public Text visitLogical(Logical logical) {
    boolean isAnd = logical.operator() == Logical.Operator.AND;
    if (logical.terms().isEmpty()) {
      return primary(isAnd ? "true" : "false");
    }
    if (logical.terms().size() == 1) {
      return logical.terms().get(0).accept(this);
    }
    Binding binding = isAnd ? Binding.AND : Binding.OR;
    return new Text(
        logical.terms().stream()
            .map(term -> term.accept(this).above(binding))
            .collect(Collectors.joining(isAnd ? " AND " : " OR ")),
        binding);
  }

  @Override
  public Text visitArithmetic(Arithmetic arithmetic) {
    Binding binding =
        switch (arithmetic.operator()) {
          case ADD, SUBTRACT -> Binding.SUM;
          case MULTIPLY, DIVIDE, MODULO -> Binding.PRODUCT;
        };
    String left = text(arithmetic.left(), binding);
    String right = arithmetic.right().accept(this).above(binding);
    return new Text(left + " " + arithmetic.operator().symbol() + " " + right, binding);
  }

  @Override
  public Text visitCast(Cast cast) {
    return primary("CAST(" + text(cast.operand()) + " AS " + cast.type() + ")");
  }

  @Override
  public Text visitFunctionCall(FunctionCall call) {
    if (call.function() == TextFunction.CONCAT && call.arguments().size() > 1) {
      return new Text(joined(call.arguments(), Binding.SUM, " || "), Binding.CONCATENATION);
    }
    return primary(
        call.function().functionName() + "(" + joined(call.arguments(), Binding.OR, ", ") + ")");
  }

  @Override
  public Text visitConditional(Conditional conditional) {
    return primary(
        conditional.branches().stream()
            .map(branch -> " WHEN " + text(branch.condition()) + " THEN " + text(branch.value()))
            .collect(
                Collectors.joining("", "CASE", " ELSE " + text(conditional.otherwise()) + " END")));
  }

  @Override
  public Text visitElements(Elements elements) {
    return elements.collection().accept(this);
  }

  @Override
  public Text visitRequired(Required required) {
    return required.operand().accept(this);
  }

  @Override
  public Text visitListConstructor(ListConstructor list) {
    return primary("[" + joined(list.elements(), Binding.OR, ", ") + "]");
  }

  @Override
  public Text visitSetConstructor(SetConstructor set) {
    return primary("<<" + joined(set.elements(), Binding.OR, ", ") + ">>");
  }

  @Override
  public Text visitMapConstructor(MapConstructor map) {
    return primary(
        map.members().entrySet().stream()
            .map(member -> LiteralText.quoted(member.getKey()) + ": " + text(member.getValue()))
            .collect(Collectors.joining(", ", "{", "}")));
  }
}
