package io.partikey.planner.equivalence;

import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions and expressions over the attributes of a source, as text. */
final class RandomConditions {
  private static final Pattern MARKED = Pattern.compile("¤(\\d+)¤");

  /** How many values there are for each that is not of the attribute's type. */
  private static final int ONE_WRONG_IN = 40;

  private final Random random;
  private final RandomValues values;
  private final List<AttributeValue> marked = new ArrayList<>();

  RandomConditions(Random random) {
    this.random = random;
    this.values = new RandomValues(random);
  }

  /** A statement with the values of its parameters, in the order of the text. */
  Statement finished(String text) {
    List<AttributeValue> parameters = new ArrayList<>();
    Matcher matcher = MARKED.matcher(text);
    StringBuilder finished = new StringBuilder();
    while (matcher.find()) {
      parameters.add(marked.get(Integer.parseInt(matcher.group(1))));
      matcher.appendReplacement(finished, "?");
    }
    return new Statement(matcher.appendTail(finished).toString(), parameters);
  }

  /** A statement and the values of its parameters. */
  record Statement(String text, List<AttributeValue> parameters) {}

  /** A value as a literal or, now and then, a parameter; a binary is always one. */
  String written(AttributeValue value) {
    return random.nextInt(5) == 0 || RandomValues.isBinary(value)
        ? marked(value)
        : ExpressionText.of(new Literal(value));
  }

  /** A value of an attribute as text, seldom one of another type than the attribute's. */
  String value(String attribute) {
    return written(
        random.nextInt(ONE_WRONG_IN) == 0 ? values.otherThan(attribute) : values.of(attribute));
  }

  String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Conditions on a source; {@code x} is what its attributes begin with, such as {@code "a."}. */
  String condition(String x, int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      String left = condition(x, depth - 1);
      String right = condition(x, depth - 1);
      return switch (random.nextInt(7)) {
        case 0, 1 -> "(" + left + " OR " + right + ")";
        case 2 -> "NOT (" + left + ")";
        case 3 -> "NOT (" + left + " OR " + right + ")";
        default -> "(" + left + " AND " + right + ")";
      };
    }
    return switch (random.nextInt(5)) {
      case 0, 1 -> keyed(x);
      case 2, 3 -> onKey(x);
      default -> filter(x);
    };
  }

  /** A condition that bounds some key. */
  String keyed(String x) {
    return switch (random.nextInt(11)) {
      case 9 -> equal(x, "k") + " AND " + range(x, oneOf("s", "g"));
      case 10 -> equal(x, "p") + " AND " + range(x, "k");
      case 0 -> equal(x, "p") + " AND " + range(x, oneOf("s", "c"));
      case 1 -> equal(x, "g") + " AND " + range(x, oneOf("h", "s", "id"));
      case 2 -> equal(x, "p") + " AND " + equal(x, "g");
      case 3 -> equal(x, "g") + " AND " + equal(x, "h") + " AND " + range(x, "s");
      case 4 ->
          oneOf(in(x, "p"), listed(x)) + " AND " + oneOf(equal(x, "s"), in(x, "c"), range(x, "s"));
      case 5 -> equal(x, "id");
      case 6 -> "(" + equal(x, "p") + " OR " + equal(x, "g") + ")";
      case 7 -> equal(x, "h") + " AND " + range(x, oneOf("c", "id"));
      default ->
          oneOf(equal(x, "p"), equal(x, "g"), equal(x, "h"), in(x, "g"), in(x, "h"), equal(x, "k"));
    };
  }

  private String onKey(String x) {
    String attribute = oneOf("p", "s", "c", "g", "h", "k", "id");
    return oneOf(equal(x, attribute), range(x, attribute), in(x, attribute));
  }

  private String equal(String x, String attribute) {
    return random.nextInt(6) == 0
        ? value(attribute) + " = " + x + attribute
        : x + attribute + " = " + value(attribute);
  }

  private String in(String x, String attribute) {
    String first = value(attribute) + ", " + value(attribute);
    return switch (random.nextInt(3)) {
      case 0 -> x + attribute + " IN [" + first + "]";
      case 1 -> x + attribute + " IN (" + first + ", " + value(attribute) + ")";
      default -> x + attribute + oneOf(" IN (", " NOT IN (") + value(attribute) + ")";
    };
  }

  private String range(String x, String attribute) {
    return switch (random.nextInt(7)) {
      case 0 -> x + attribute + " BETWEEN " + value(attribute) + " AND " + value(attribute);
      case 1 -> value(attribute) + comparison() + x + attribute;
      case 2 ->
          x
              + attribute
              + " > "
              + value(attribute)
              + " AND "
              + x
              + attribute
              + " <= "
              + value(attribute);
      case 3 -> prefix(x, attribute);
      case 4 -> x + attribute + " <> " + value(attribute);
      default -> x + attribute + comparison() + value(attribute);
    };
  }

  private String prefix(String x, String attribute) {
    String name = List.of("s", "h", "id", "k").contains(attribute) ? "c" : attribute;
    return switch (random.nextInt(9)) {
      case 4 -> x + name + oneOf(" LIKE ", " NOT LIKE ") + "'c!%%' ESCAPE '!'";
      case 5 -> x + "c LIKE '%!_' ESCAPE " + written(new StringValue("!"));
      case 6 -> x + "c LIKE 'c!!_'" + oneOf("", " ESCAPE '!'");
      case 7 -> x + attribute + " LIKE " + oneOf("'1%'", "'%'", "'c1'");
      case 0 -> x + name + " LIKE 'c%'";
      case 1 -> x + name + " LIKE 'c_%'";
      case 2 -> x + name + " LIKE " + written(new StringValue("c1%"));
      case 3 -> x + name + " NOT LIKE 'c2%'";
      default -> "begins_with(" + x + name + ", " + written(new StringValue("c1")) + ")";
    };
  }

  private String comparison() {
    return oneOf(" < ", " <= ", " > ", " >= ", " = ");
  }

  /** A condition that no key serves. */
  String filter(String x) {
    String mixed = x + oneOf("v", "w", "m.x", "l[0]", "m.l[1]", "l[0].x");
    String any = x + oneOf("v", "w", "m.x", "h", "g", "s", "k", "d");
    return switch (random.nextInt(29)) {
      case 24 -> x + "k" + comparison() + value("k");
      case 25 -> x + "d" + oneOf(" < ", " >= ") + "'2024-02'";
      case 26 -> "EXTRACT(YEAR FROM " + x + "d) = 2024";
      case 27 -> "begins_with(" + x + "k, " + value("k") + ")";
      case 0 -> mixed + " = " + written(values.scalar());
      case 1 -> mixed + " <> " + written(values.scalar());
      case 2 -> mixed + comparison() + value(oneOf("s", "c"));
      case 3 -> any + oneOf(" IS NULL", " IS NOT NULL", " IS MISSING", " IS NOT MISSING");
      case 4 -> any + oneOf(" IS NUMBER", " IS STRING", " IS NOT BOOLEAN", " IS LIST");
      case 5 -> x + "v" + oneOf(" = ", " <> ", " < ", " >= ") + x + "w";
      case 6 -> x + oneOf("p", "g", "h", "s") + " = " + x + "v";
      case 7 -> "contains(" + x + oneOf("t", "l", "c") + ", " + written(values.scalar()) + ")";
      case 8 -> "size(" + x + oneOf("t", "l", "c", "m") + ") > " + random.nextInt(3);
      case 9 -> oneOf("attribute_exists(", "attribute_not_exists(") + any + ")";
      case 10 -> "attribute_type(" + any + ", '" + oneOf("N", "S", "M", "NULL") + "')";
      case 11 -> "upper(" + x + "g) = 'G1'";
      case 12 -> x + "h + 1 = " + x + oneOf("s", "h", "v");
      case 13 -> "COALESCE(" + x + "v, " + x + "w) = " + written(values.scalar());
      case 14 -> "CASE WHEN " + equal(x, "g") + " THEN " + x + "h = 1 ELSE " + x + "s > 1 END";
      case 15 -> "(" + equal(x, "g") + ") = " + oneOf("TRUE", "FALSE");
      case 16 -> mixed + " IN (" + written(values.scalar()) + ", " + x + "w)";
      case 17 -> oneOf("1 = 1", "1 = 0", "'a' || 'b' = 'ab'", "2 BETWEEN 3 AND 1");
      case 18 -> mixed + " NOT BETWEEN " + value("s") + " AND " + value("s");
      case 19 -> x + "g || '1' = 'g11'";
      case 20 -> x + "v IN " + x + oneOf("l", "t", "m.*", "l[*].x");
      case 21 -> "size(" + x + oneOf("l[*].x", "m.*", "l[*].*") + ") > " + random.nextInt(3);
      case 22 -> x + oneOf("p", "g", "h") + oneOf(" IN ", " NOT IN ") + x + oneOf("t", "l", "m.l");
      case 23 -> listed(x);
      default -> oneOf(equal(x, "g"), range(x, "h"), in(x, "g"));
    };
  }

  /** A test for one of the values of a list. */
  private String listed(String x) {
    String attribute = oneOf("p", "g", "h", "c", "k");
    AttributeValue second =
        random.nextInt(ONE_WRONG_IN) == 0 ? values.otherThan(attribute) : values.of(attribute);
    return x
        + attribute
        + oneOf(" IN ", " NOT IN ")
        + marked(new ListValue(List.of(values.of(attribute), second)));
  }

  private String marked(AttributeValue value) {
    marked.add(value);
    return "¤" + (marked.size() - 1) + "¤";
  }
}
