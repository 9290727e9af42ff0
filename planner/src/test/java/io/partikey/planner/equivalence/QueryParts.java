package io.partikey.planner.equivalence;

import io.partikey.engine.item.NumberValue;
import io.partikey.engine.table.IndexDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What random queries of all forms are made of: tables, conditions, orders, slices, as text. */
final class QueryParts {
  private final Random random;
  private final ReferenceDatabase database;
  private final RandomConditions conditions;
  private final RandomExpressions expressions;

  QueryParts(Random random, ReferenceDatabase database) {
    this.random = random;
    this.database = database;
    this.conditions = new RandomConditions(random);
    this.expressions = new RandomExpressions(random, conditions);
  }

  /** A number from 0. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Whether this is one of so many cases. */
  boolean oneIn(int cases) {
    return random.nextInt(cases) == 0;
  }

  String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** The finished statement of a text. */
  RandomConditions.Statement finished(String text) {
    return conditions.finished(text);
  }

  String table() {
    return database.tables().get(random.nextInt(database.tables().size()));
  }

  /** The indexes of all tables, as FROM names them. */
  List<String> indexes() {
    List<String> names = new ArrayList<>();
    for (String table : database.tables()) {
      for (IndexDescription index : database.description(table).indexes()) {
        names.add(table + "." + index.name());
      }
    }
    return names;
  }

  /** A condition on a source; {@code x} is what its attributes begin with. */
  String condition(String x, int depth) {
    return conditions.condition(x, depth);
  }

  /** WHERE or, now and then, nothing. */
  String where(String x, int depth) {
    return oneIn(10) ? "" : " WHERE " + condition(x, depth);
  }

  /** A value computed from a source. */
  String expression(String x) {
    return expressions.next(x);
  }

  /** A value of an attribute. */
  String value(String attribute) {
    return conditions.value(attribute);
  }

  /** What relates the items of two sources. */
  String pairing(String left, String right) {
    return switch (random.nextInt(12)) {
      case 0 -> right + "p = " + left + oneOf("p", "v", "m.x");
      case 1 -> right + "p = " + left + "p AND " + right + "s = " + left + oneOf("s", "h");
      case 2 ->
          right
              + "g = "
              + left
              + "g AND "
              + right
              + "h"
              + oneOf(" = ", " < ", " >= ")
              + left
              + oneOf("h", "s");
      case 3 -> left + oneOf("h", "s") + " = " + right + "h";
      case 4 -> right + "id = " + left + oneOf("id", "h", "v");
      case 5 -> right + "p = " + left + "p AND " + right + "c = " + left + "c";
      case 6 -> right + "g = " + left + oneOf("g", "v") + " AND " + right + "id = " + left + "id";
      case 7 -> right + oneOf("p", "g", "c") + " = " + left + "w";
      case 8 -> right + "k = " + left + oneOf("k", "k", "v");
      case 9 -> right + "p IN (" + left + "p, " + left + oneOf("v", "g") + ")";
      case 10 ->
          right
              + "p = "
              + left
              + "p AND "
              + right
              + "s BETWEEN "
              + left
              + "h AND "
              + left
              + oneOf("s", "v");
      default -> "(" + right + "p = " + left + "p OR " + right + "g = " + left + "g)";
    };
  }

  /** ORDER BY, of no, one or more keys. */
  String order(List<String> sources) {
    int keys = random.nextInt(4);
    String order =
        IntStream.range(0, keys)
            .mapToObj(i -> sortKey(sources.get(random.nextInt(sources.size()))))
            .collect(Collectors.joining(", "));
    return keys == 0 ? "" : " ORDER BY " + order;
  }

  private String sortKey(String x) {
    String key = oneIn(4) ? expression(x) : x + oneOf("p", "s", "c", "g", "h", "k", "id", "v");
    return key + direction();
  }

  String direction() {
    return oneOf("", "", " ASC", " DESC", " DESC", " NULLS FIRST", " DESC NULLS LAST");
  }

  /** LIMIT and OFFSET, or none. */
  String slice() {
    return switch (random.nextInt(6)) {
      case 0 -> " LIMIT " + count(6);
      case 1 -> " LIMIT " + count(6) + " OFFSET " + count(4);
      case 2 -> " OFFSET " + count(4);
      default -> "";
    };
  }

  private String count(int below) {
    return conditions.written(NumberValue.of(random.nextInt(below)));
  }
}
