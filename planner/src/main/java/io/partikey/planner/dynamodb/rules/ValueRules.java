package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.EngineException;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.CastSyntax;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.ListLiteral;
import io.partikey.parser.ast.LiteralSyntax;
import io.partikey.parser.ast.MissingLiteral;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TupleField;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.dynamodb.mistake.Places;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What DynamoDB's values may be: constants, nested in lists, maps and sets; a parameter alone,
 * never inside another value.
 */
public final class ValueRules {
  private static final String ROOT = "root";
  private static final int MOST_LEVELS = 31;

  private ValueRules() {}

  /** Refuses an item of INSERT that is no map of values. */
  static void checkItem(InsertSource.Items items, String text) {
    for (ExpressionSyntax item : items.items()) {
      if (!(item instanceof TupleLiteral tuple)) {
        throw Refusals.withPlace(
            Places.of(item, text),
            "Unsupported format in item expression. Please use struct format {...} to express"
                + " item values for insert statement.");
      }
      Set<String> names = new HashSet<>();
      for (TupleField field : tuple.fields()) {
        requireName(field);
        if (!(field.value() instanceof ParameterSyntax)) {
          checkValue(field.value(), ROOT, 0, text);
        }
        requireDistinct(field, names, field.name().span(), ROOT);
      }
    }
  }

  /** Refuses a list, map or set with anything in it but constants. */
  public static void checkConstant(ExpressionSyntax value, String text) {
    if (value instanceof ListLiteral
        || value instanceof TupleLiteral
        || value instanceof BagLiteral
        || value instanceof NumberLiteral) {
      checkValue(value, ROOT, 0, text);
    }
  }

  private static void checkValue(ExpressionSyntax value, String path, int level, String text) {
    if (level > MOST_LEVELS) {
      throw Refusals.of(
          value.span(), "Nesting Levels have exceeded supported limits under " + path);
    }
    if (value instanceof ListLiteral list) {
      for (int i = 0; i < list.elements().size(); i++) {
        checkValue(list.elements().get(i), path + "[" + i + "]", level + 1, text);
      }
      return;
    }
    if (value instanceof TupleLiteral tuple) {
      Set<String> names = new HashSet<>();
      for (TupleField field : tuple.fields()) {
        requireName(field);
        checkValue(field.value(), path + "." + field.name().value(), level + 1, text);
        requireDistinct(field, names, Places.of(tuple, text), path);
      }
      return;
    }
    if (value instanceof BagLiteral bag) {
      checkBag(bag, path, text);
      return;
    }
    if (value instanceof NumberLiteral number) {
      NumberRules.check(number, path);
      return;
    }
    if (!(value instanceof LiteralSyntax) || value instanceof MissingLiteral) {
      throw Refusals.withPlace(
          Places.of(value, text),
          "Unsupported data type: " + name(value, level > 0, text) + " under key " + path);
    }
  }

  private static String name(ExpressionSyntax value, boolean nested, String text) {
    if (value instanceof MissingLiteral) {
      return nested ? "LiteralMissing" : "MISSING";
    }
    if (value instanceof ParameterSyntax) {
      return "Parameter";
    }
    if (value instanceof Variable variable) {
      return nested ? "VariableReference" : variable.name().value();
    }
    if (value instanceof Concatenation) {
      return "concat";
    }
    if (value instanceof CastSyntax) {
      return "cast";
    }
    if (value instanceof ArithmeticSyntax arithmetic) {
      return switch (arithmetic.operator()) {
        case ADD -> "plus";
        case SUBTRACT -> "minus";
        case MULTIPLY, DIVIDE, REMAINDER -> arithmetic.operator().symbol();
      };
    }
    return value instanceof FunctionCallSyntax call
        ? call.lowerCaseName()
        : Places.of(value, text).textIn(text);
  }

  private static void requireName(TupleField field) {
    if (field.name().value().isEmpty()) {
      throw Refusals.of(field.name().span(), "Path component cannot be an empty string");
    }
  }

  private static void requireDistinct(
      TupleField field, Set<String> names, SourceSpan place, String path) {
    if (!names.add(field.name().value())) {
      throw Refusals.withPlace(
          place, "Duplicate keys in tuple. Key: " + field.name().value() + " under " + path);
    }
  }

  private static void checkBag(BagLiteral bag, String path, String text) {
    List<ExpressionSyntax> elements = bag.elements();
    if (elements.isEmpty()) {
      throw Refusals.withPlace(Places.of(bag, text), "Empty bags are not supported");
    }
    boolean strings = elements.get(0) instanceof StringLiteral;
    for (ExpressionSyntax element : elements) {
      boolean fits = strings ? element instanceof StringLiteral : element instanceof NumberLiteral;
      if (!fits) {
        throw inBag(Places.of(element, text));
      }
    }
    if (strings) {
      requireDistinctStrings(bag);
    } else {
      NumberRules.requireDistinct(bag, path);
    }
  }

  private static void requireDistinctStrings(BagLiteral bag) {
    List<String> members =
        bag.elements().stream().map(element -> ((StringLiteral) element).value()).toList();
    if (new HashSet<>(members).size() < members.size()) {
      throw Refusals.of(
          bag.span(),
          "One or more parameter values were invalid: Input collection "
              + members
              + " contains duplicates.");
    }
  }

  private static EngineException inBag(SourceSpan span) {
    return Refusals.withPlace(
        span,
        "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
  }
}
