package io.partikey.planner.equivalence;

import java.util.Random;

/** Values computed from the attributes of a source, as text. */
final class RandomExpressions {
  private final Random random;
  private final RandomConditions conditions;

  RandomExpressions(Random random, RandomConditions conditions) {
    this.random = random;
    this.conditions = conditions;
  }

  private String oneOf(String... choices) {
    return conditions.oneOf(choices);
  }

  /** A value; {@code x} is what the attributes of the source begin with. */
  String next(String x) {
    return switch (random.nextInt(9)) {
      case 0 -> ofNumbers(x);
      case 1 -> ofTexts(x);
      case 2 -> ofDates(x);
      case 3 -> ofDocuments(x);
      case 4 -> choice(x);
      default -> x + oneOf("v", "w", "g", "h", "k", "d", "l[0]", "m.x", "t");
    };
  }

  private String ofNumbers(String x) {
    String number = x + oneOf("h", "s", "id");
    return switch (random.nextInt(7)) {
      case 0 -> number + oneOf(" + ", " - ", " * ") + x + oneOf("s", "h", "v");
      case 1 -> number + " / " + oneOf("3", "7", "0.5");
      case 2 -> "mod(" + number + ", " + oneOf("2", "3") + ")";
      case 3 -> oneOf("abs", "sign", "floor", "ceil") + "(" + number + " - 1.5)";
      case 4 -> "round(" + number + " / 3, " + oneOf("0", "2", "-1") + ")";
      case 5 -> "CAST(" + number + " AS STRING)";
      default -> "-" + number;
    };
  }

  private String ofTexts(String x) {
    String text = x + oneOf("c", "g", "p", "v");
    return switch (random.nextInt(9)) {
      case 0 -> text + " || " + x + oneOf("g", "w");
      case 1 -> oneOf("upper", "lower", "char_length", "octet_length") + "(" + text + ")";
      case 2 -> "substring(" + text + ", " + oneOf("1", "2, 1", "0", "-1, 3", "9") + ")";
      case 3 -> "SUBSTRING(" + text + " FROM 2 FOR 1)";
      case 4 -> "trim(" + oneOf("", "BOTH 'c' FROM ", "LEADING 'c' FROM ") + text + ")";
      case 5 -> "position('c', " + text + ")";
      case 6 -> "POSITION('1' IN " + text + ")";
      case 7 -> "replace(" + text + ", 'c', " + oneOf("''", "'cc'") + ")";
      default -> "concat(" + text + ", '-', " + x + "g)";
    };
  }

  private String ofDates(String x) {
    return switch (random.nextInt(4)) {
      case 0 -> "EXTRACT(" + oneOf("YEAR", "MONTH", "DAY") + " FROM " + x + "d)";
      case 1 -> "date_add(" + oneOf("DAY", "MONTH", "'YEAR'") + ", 1, " + x + "d)";
      case 2 -> "date_diff('DAY', " + x + "d, '2024-03-01')";
      default -> "date_add(MONTH, " + x + "h, " + x + "d)";
    };
  }

  private String ofDocuments(String x) {
    return switch (random.nextInt(8)) {
      case 0 -> x + oneOf("l[*].x", "l[" + x + "h]", "m['x' || '']");
      case 1 -> x + "m.l[" + conditions.value("h") + "]";
      case 2 -> x + oneOf("m.*", "l[*].*", "t[*]", "m.l[*]");
      case 3 -> "{'a': " + x + "v, 'b': [" + x + "h, 1]}";
      case 4 -> "size(" + x + oneOf("l", "m", "t", "c", "k") + ")";
      case 5 -> "[" + x + "v, " + x + "m.x]";
      case 6 -> x + "m.l[0]";
      default -> x + oneOf("l", "m", "m.l");
    };
  }

  private String choice(String x) {
    return switch (random.nextInt(6)) {
      case 0 -> "COALESCE(" + x + "v, " + oneOf("'none'", x + "w, 1") + ")";
      case 1 -> "CASE " + x + "g WHEN 'g0' THEN 1 WHEN 'g1' THEN " + x + "v END";
      case 2 -> "CASE WHEN " + conditions.filter(x) + " THEN " + x + "h ELSE 'no' END";
      case 3 -> "NULLIF(" + x + "v, " + x + "w)";
      case 4 -> oneOf("greatest(", "least(") + x + "h, " + x + "s)";
      default -> x + "v" + oneOf(" = ", " <> ", " < ") + x + "w";
    };
  }
}
