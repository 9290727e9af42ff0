package io.partikey.planner.dynamodb.rules;

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
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TupleField;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What DynamoDB's values may be: constants, nested in lists, maps and sets; a parameter alone,
 * never inside another value.
 */
public final class ValueRules {
  private static final String ROOT = "root";
  private static final int MOST_LEVELS = 31;

  /** The level of an item, whose attributes' values are on level 0. */
  private static final int ITEM = -1;

  private final Clause clause;

  private ValueRules(Clause clause) {
    this.clause = clause;
  }

  /** An item of INSERT that is no map of values. */
  static Optional<Mistake> ofItems(InsertSource.Items items, Clause clause) {
    return Mistake.first(items.items(), item -> new ValueRules(clause).item(item));
  }

  /** A list, map or set with anything in it but constants, or a number that is none. */
  static Optional<Mistake> ofConstant(ExpressionSyntax value, Clause clause) {
    return value instanceof ListLiteral
            || value instanceof TupleLiteral
            || value instanceof BagLiteral
            || value instanceof NumberLiteral
        ? new ValueRules(clause).value(value, ROOT, 0)
        : Optional.empty();
  }

  /** A number of a statement that is none, whatever else is wrong with the statement. */
  public static Optional<Mistake> ofNumbers(Node statement, String text) {
    Clause clause = new Clause(Stage.SINGLE_ATTRIBUTE_KEY, text);
    return statement
        .descendants()
        .filter(NumberLiteral.class::isInstance)
        .map(number -> ofConstant((NumberLiteral) number, clause))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Mistake> item(ExpressionSyntax item) {
    return item instanceof TupleLiteral tuple
        ? fields(tuple, ROOT, ITEM, field -> field.name().span())
        : clause.placed(
            item,
            "Unsupported format in item expression. Please use struct format {...} to express"
                + " item values for insert statement.");
  }

  private Optional<Mistake> value(ExpressionSyntax value, String path, int level) {
    if (level > MOST_LEVELS) {
      return clause.mistake(value, "Nesting Levels have exceeded supported limits under " + path);
    }
    if (value instanceof ListLiteral list) {
      return elements(list, path, level);
    }
    if (value instanceof TupleLiteral tuple) {
      return fields(tuple, path, level, field -> clause.place(tuple));
    }
    if (value instanceof BagLiteral bag) {
      return set(bag, path);
    }
    if (value instanceof NumberLiteral number) {
      return NumberRules.ofNumber(number, path, clause);
    }
    return value instanceof LiteralSyntax && !(value instanceof MissingLiteral)
        ? Optional.empty()
        : clause.placed(
            value, "Unsupported data type: " + name(value, level > 0) + " under key " + path);
  }

  private Optional<Mistake> elements(ListLiteral list, String path, int level) {
    for (int i = 0; i < list.elements().size(); i++) {
      Optional<Mistake> mistake = value(list.elements().get(i), path + "[" + i + "]", level + 1);
      if (mistake.isPresent()) {
        return mistake;
      }
    }
    return Optional.empty();
  }

  private Optional<Mistake> fields(
      TupleLiteral tuple, String path, int level, Function<TupleField, SourceSpan> twice) {
    Set<String> names = new HashSet<>();
    for (TupleField field : tuple.fields()) {
      String name = field.name().value();
      if (name.isEmpty()) {
        return clause.mistake(field.name(), "Path component cannot be an empty string");
      }
      Optional<Mistake> mistake = field(field, path, level);
      if (mistake.isPresent()) {
        return mistake;
      }
      if (!names.add(name)) {
        return clause.placed(
            twice.apply(field), "Duplicate keys in tuple. Key: " + name + " under " + path);
      }
    }
    return Optional.empty();
  }

  // A parameter may be the value of an attribute, and stands in no other value.
  private Optional<Mistake> field(TupleField field, String path, int level) {
    boolean attribute = level == ITEM;
    return attribute && field.value() instanceof ParameterSyntax
        ? Optional.empty()
        : value(field.value(), attribute ? path : path + "." + field.name().value(), level + 1);
  }

  private String name(ExpressionSyntax value, boolean nested) {
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
    return value instanceof FunctionCallSyntax call ? call.lowerCaseName() : clause.word(value);
  }

  private Optional<Mistake> set(BagLiteral bag, String path) {
    List<ExpressionSyntax> elements = bag.elements();
    if (elements.isEmpty()) {
      return clause.placed(bag, "Empty bags are not supported");
    }
    boolean strings = elements.get(0) instanceof StringLiteral;
    for (ExpressionSyntax element : elements) {
      boolean fits = strings ? element instanceof StringLiteral : element instanceof NumberLiteral;
      if (!fits) {
        return clause.placed(
            element,
            "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in"
                + " bags");
      }
    }
    return strings ? stringSet(bag) : NumberRules.ofSet(bag, path, clause);
  }

  private Optional<Mistake> stringSet(BagLiteral bag) {
    List<String> members =
        bag.elements().stream().map(element -> ((StringLiteral) element).value()).toList();
    return new HashSet<>(members).size() == members.size()
        ? Optional.empty()
        : clause.mistake(
            bag,
            "One or more parameter values were invalid: Input collection "
                + members
                + " contains duplicates.");
  }
}
