package io.partikey.planner.equivalence;

import io.partikey.engine.table.IndexDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random queries over the tables of a database. */
final class RandomQueries {
  private final Random random;
  private final ReferenceDatabase database;
  private final RandomConditions conditions;

  RandomQueries(Random random, ReferenceDatabase database) {
    this.random = random;
    this.database = database;
    this.conditions = new RandomConditions(random);
  }

  /** A query of any form. */
  static RandomConditions.Statement next(Random random, ReferenceDatabase database) {
    RandomQueries queries = new RandomQueries(random, database);
    return queries.conditions.finished(queries.query());
  }

  private String query() {
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> simple();
      case 3, 4, 5 -> joined();
      case 6 -> grouped("a.", " FROM " + table() + " AS a WHERE " + conditions.condition("a.", 2));
      case 7 -> groupedJoin();
      case 8 -> distinct();
      case 9 -> union();
      case 10, 11 -> subquery();
      case 12 -> unnested();
      case 13, 14 -> derived();
      default -> named();
    };
  }

  private String table() {
    return database.tables().get(random.nextInt(database.tables().size()));
  }

  private String oneOf(String... choices) {
    return conditions.oneOf(choices);
  }

  private String simple() {
    int form = random.nextInt(5);
    boolean alias = form == 2 || random.nextBoolean();
    String x = alias ? "a." : "";
    String from = " FROM " + table() + (alias ? " AS a" : "") + where(x, 2);
    String columns =
        switch (form) {
          case 0 -> "*";
          case 1 -> alias ? "a.*" : "id, v";
          case 2 -> "VALUE " + (alias && random.nextBoolean() ? "a" : conditions.expression("a."));
          case 3 -> x + "id, " + conditions.expression(x) + " AS e, " + x + "m.y AS f";
          default -> x + "id, " + x + "v, " + x + "p AS q";
        };
    return "SELECT " + columns + from + order(List.of(x)) + slice();
  }

  private String where(String x, int depth) {
    return random.nextInt(10) == 0 ? "" : " WHERE " + conditions.condition(x, depth);
  }

  private String order(List<String> sources) {
    int keys = random.nextInt(4);
    String order =
        IntStream.range(0, keys)
            .mapToObj(i -> sortKey(sources.get(random.nextInt(sources.size()))))
            .collect(Collectors.joining(", "));
    return keys == 0 ? "" : " ORDER BY " + order;
  }

  private String sortKey(String x) {
    String key =
        random.nextInt(4) == 0
            ? conditions.expression(x)
            : x + oneOf("p", "s", "c", "g", "h", "id", "v");
    return key + direction();
  }

  private String direction() {
    return oneOf("", "", " ASC", " DESC", " DESC", " NULLS FIRST", " DESC NULLS LAST");
  }

  private String slice() {
    return switch (random.nextInt(6)) {
      case 0 -> " LIMIT " + count(6);
      case 1 -> " LIMIT " + count(6) + " OFFSET " + count(4);
      case 2 -> " OFFSET " + count(4);
      default -> "";
    };
  }

  private String count(int below) {
    return conditions.written(io.partikey.engine.item.NumberValue.of(random.nextInt(below)));
  }

  private String pairing(String left, String right) {
    return switch (random.nextInt(9)) {
      case 0 -> right + "p = " + left + oneOf("p", "v", "m.x");
      case 1 -> right + "p = " + left + "p AND " + right + "s = " + left + oneOf("s", "h");
      case 2 ->
          right
              + "g = "
              + left
              + "g AND "
              + right
              + "h "
              + oneOf("=", "<", ">=")
              + " "
              + left
              + oneOf("h", "s");
      case 3 -> left + oneOf("h", "s") + " = " + right + "h";
      case 4 -> right + "id = " + left + oneOf("id", "h", "v");
      case 5 -> right + "p = " + left + "p AND " + right + "c = " + left + "c";
      case 6 -> right + "g = " + left + oneOf("g", "v") + " AND " + right + "id = " + left + "id";
      case 7 -> right + oneOf("p", "g", "c") + " = " + left + "w";
      default -> "(" + right + "p = " + left + "p OR " + right + "g = " + left + "g)";
    };
  }

  private String joins(String third) {
    String join = oneOf(" JOIN ", " INNER JOIN ", " LEFT JOIN ", " LEFT JOIN ");
    String on = pairing("a.", "b.");
    if (random.nextInt(3) == 0) {
      on += " AND " + conditions.condition(oneOf("a.", "b."), 1);
    }
    String from = " FROM " + table() + " AS a" + join + table() + " AS b ON " + on;
    if (!third.isEmpty()) {
      from +=
          oneOf(" JOIN ", " LEFT JOIN ")
              + table()
              + " AS c ON "
              + pairing(oneOf("a.", "b."), third);
    }
    if (third.isEmpty() && random.nextInt(6) == 0) {
      from =
          " FROM " + table() + " AS a, " + table() + " AS b WHERE " + pairing("a.", "b.") + " AND ";
    } else {
      from += " WHERE ";
    }
    String where = conditions.condition(random.nextInt(4) == 0 ? "b." : "a.", 1);
    if (random.nextInt(3) == 0) {
      where += " AND " + conditions.condition("b.", 1);
    }
    return from + where;
  }

  private String joined() {
    String third = random.nextInt(4) == 0 ? "c." : "";
    List<String> sources = third.isEmpty() ? List.of("a.", "b.") : List.of("a.", "b.", third);
    String columns =
        switch (random.nextInt(4)) {
          case 0 -> "a.id AS i, b.*";
          case 1 -> "VALUE {'a': a.id, 'b': b.v}";
          case 2 -> "a.id AS i, b.id AS j, " + conditions.expression("b.") + " AS e";
          default -> "a.id AS i, b.id AS j, a.v AS v, b.g AS g";
        };
    return "SELECT " + columns + joins(third) + order(sources) + slice();
  }

  private String aggregate(String x) {
    String filter =
        random.nextInt(3) == 0 ? " FILTER (WHERE " + conditions.condition(x, 0) + ")" : "";
    return switch (random.nextInt(8)) {
      case 0 -> "COUNT(*)" + filter;
      case 1 -> "COUNT(" + x + "v)" + filter;
      case 2 -> "COUNT(DISTINCT " + x + "v)" + filter;
      case 3 -> "SUM(" + x + "h)" + filter;
      case 4 -> "AVG(" + oneOf("", "DISTINCT ") + x + "s)" + filter;
      case 5 -> "MIN(" + x + oneOf("v", "c", "s") + ")" + filter;
      case 6 -> "MAX(" + x + oneOf("v", "g", "id") + ")" + filter;
      default -> "SUM(" + x + "v) FILTER (WHERE attribute_type(" + x + "v, 'N'))";
    };
  }

  private String grouped(String x, String from) {
    String first = oneOf(x + "g", x + "h", x + "p", x + "v", x + "g || '!'");
    if (random.nextInt(4) == 0) {
      return "SELECT "
          + aggregate(x)
          + " AS n, "
          + aggregate(x)
          + " AS k"
          + from
          + oneOf("", "", " HAVING COUNT(*) > 1");
    }
    String having =
        switch (random.nextInt(6)) {
          case 3 -> " HAVING NOT " + x + "h < 2";
          case 4 -> " HAVING " + x + oneOf("h IS MISSING", "h IS NULL", "h IS NOT MISSING");
          case 0 -> " HAVING COUNT(*) > " + random.nextInt(3);
          case 1 -> " HAVING MAX(" + x + "s) >= 1 AND " + x + "h IS NOT NULL";
          case 2 -> " HAVING " + x + "h = " + conditions.value("h");
          default -> "";
        };
    String order =
        oneOf("", " ORDER BY n DESC, k", " ORDER BY 1" + direction(), " ORDER BY COUNT(*)");
    return "SELECT "
        + first
        + " AS k, "
        + x
        + "h AS h, "
        + aggregate(x)
        + " AS n"
        + from
        + " GROUP BY "
        + first
        + ", "
        + x
        + "h"
        + having
        + order
        + slice();
  }

  private String groupedJoin() {
    return grouped(oneOf("a.", "b."), joins(""));
  }

  private String distinct() {
    String from = " FROM " + table() + " AS a WHERE " + conditions.condition("a.", 2);
    return switch (random.nextInt(4)) {
      case 0 -> "SELECT DISTINCT *" + from;
      case 1 -> "SELECT DISTINCT VALUE a.g" + from + slice();
      case 2 -> "SELECT DISTINCT a.g, a.h" + from + " ORDER BY h" + direction() + slice();
      default -> "SELECT DISTINCT " + conditions.expression("a.") + " AS e, a.p" + from + slice();
    };
  }

  private String union() {
    String columns = random.nextInt(4) == 0 ? "VALUE a.g" : "a.id, a.g AS g, a.v AS v";
    boolean named = columns.startsWith("a.");
    List<String> branches = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      branches.add(
          "SELECT "
              + columns
              + " FROM "
              + table()
              + " AS a WHERE "
              + conditions.condition("a.", 1));
    }
    String order =
        named ? oneOf("", " ORDER BY g" + direction() + ", 1", " ORDER BY 3, 1 DESC") : "";
    return String.join(" UNION ALL ", branches) + order + slice();
  }

  private String subquery() {
    List<String> where = new ArrayList<>();
    where.add(semiJoin());
    if (random.nextInt(4) > 0) {
      where.add(conditions.condition("a.", 1));
    }
    if (random.nextInt(4) == 0) {
      where.add(semiJoin());
    }
    String columns = oneOf("a.id, a.v", "*", "a.id, a.g || a.p AS e", "COUNT(*) AS n");
    String tail = columns.startsWith("COUNT") ? "" : order(List.of("a.")) + slice();
    return "SELECT "
        + columns
        + " FROM "
        + table()
        + " AS a WHERE "
        + String.join(" AND ", where)
        + tail;
  }

  private String semiJoin() {
    String inner = table();
    String condition = conditions.condition("b.", 1);
    return switch (random.nextInt(6)) {
      case 0 ->
          "a."
              + oneOf("p", "g", "h", "v")
              + oneOf(" IN ", " IN ", " NOT IN ")
              + "(SELECT b."
              + oneOf("p", "g", "v", "h")
              + " FROM "
              + inner
              + " AS b WHERE "
              + condition
              + ")";
      case 1 ->
          "a.id IN (SELECT b."
              + oneOf("id", "h", "v")
              + " FROM "
              + inner
              + " AS b WHERE "
              + condition
              + ")";
      case 2 -> "a.p IN (SELECT b.p FROM " + inner + " AS b WHERE b.g = a.g AND " + condition + ")";
      case 3 ->
          oneOf("", "NOT ")
              + "EXISTS (SELECT * FROM "
              + inner
              + " AS b WHERE "
              + pairing("a.", "b.")
              + ")";
      default ->
          oneOf("", "NOT ")
              + "EXISTS (SELECT b.v FROM "
              + inner
              + " AS b WHERE "
              + pairing("a.", "b.")
              + " AND "
              + condition
              + ")";
    };
  }

  private String unnested() {
    String where = " WHERE " + conditions.condition("a.", 1);
    String from = " FROM " + table() + " AS a";
    return switch (random.nextInt(5)) {
      case 0 ->
          "SELECT a.id, e AS e"
              + from
              + ", a."
              + oneOf("l", "t", "v", "m.l")
              + " AS e"
              + where
              + order(List.of("a."))
              + slice();
      case 1 ->
          "SELECT a.id, e AS e, i AS i"
              + from
              + ", a.l AS e AT i"
              + where
              + oneOf("", " AND i > 0", " AND e.x = 'p1'")
              + order(List.of("a."));
      case 2 ->
          "SELECT a.id, e.x AS e"
              + from
              + " LEFT JOIN a."
              + oneOf("l", "t")
              + " AS e ON TRUE"
              + where
              + slice();
      case 3 -> "SELECT e AS e, COUNT(*) AS n" + from + ", a.t AS e" + where + " GROUP BY e";
      default ->
          "SELECT a.id, b.id AS j"
              + from
              + ", a."
              + oneOf("t", "l")
              + " AS e JOIN "
              + table()
              + " AS b ON b."
              + oneOf("p", "g", "h")
              + " = e"
              + where;
    };
  }

  private String derived() {
    String inner = table() + " AS b WHERE " + conditions.condition("b.", 1);
    return switch (random.nextInt(8)) {
      case 0 ->
          "SELECT a.id, a.e AS e FROM (SELECT b.id, b.p, b.h, "
              + conditions.expression("b.")
              + " AS e FROM "
              + inner
              + ") AS a WHERE "
              + oneOf("a.p = 'p1'", "a.e = 1", "a.h > 1")
              + slice();
      case 1 ->
          "SELECT a.g, a.n AS n FROM (SELECT b.g, COUNT(*) AS n FROM "
              + inner
              + " GROUP BY b.g) AS a WHERE "
              + oneOf(
                  "a.g = 'g1'", "a.n > 1", "TRUE", "a.g IS MISSING", "a.g = NULL", "a.g <> 'g1'");
      case 2 ->
          "SELECT a.id FROM (SELECT b.id, b.g FROM "
              + inner
              + " ORDER BY b.h DESC, b.id LIMIT "
              + random.nextInt(5)
              + ") AS a WHERE a.g = "
              + conditions.value("g");
      case 3 ->
          "SELECT a.g, a.h FROM (SELECT DISTINCT b.g, b.h FROM "
              + inner
              + ") AS a WHERE a.h < 3"
              + " ORDER BY a.g, a.h";
      case 4 ->
          "SELECT a.id FROM (SELECT b.id, b.g FROM "
              + inner
              + " UNION ALL SELECT c.id, c.p FROM "
              + table()
              + " AS c) AS a WHERE a.g = "
              + conditions.value("g");
      case 5 ->
          "SELECT a.id, c.id AS j FROM (SELECT b.id, b.p, b.g, b.s, b.c, b.h, b.v, b.w, b.m FROM "
              + inner
              + ") AS a "
              + oneOf("JOIN ", "LEFT JOIN ")
              + table()
              + " AS c ON "
              + pairing("a.", "c.");
      case 6 ->
          "SELECT c.id, a.e AS e FROM "
              + table()
              + " AS c LEFT JOIN (SELECT b.p, b.g, b.id, "
              + "'x' AS e FROM "
              + inner
              + ") AS a ON a."
              + oneOf("p", "g", "id")
              + " = c."
              + oneOf("p", "g", "id")
              + " WHERE "
              + conditions.condition("c.", 1);
      default ->
          "SELECT a.id, a.v AS v FROM (SELECT * FROM "
              + inner
              + ") AS a WHERE "
              + conditions.condition("a.", 1)
              + order(List.of("a."))
              + slice();
    };
  }

  private String named() {
    List<String> names = new ArrayList<>();
    for (String table : database.tables()) {
      for (IndexDescription index : database.description(table).indexes()) {
        names.add(table + "." + index.name());
      }
    }
    if (names.isEmpty()) {
      return simple();
    }
    String from = " FROM " + names.get(random.nextInt(names.size())) + " AS a" + where("a.", 1);
    return switch (random.nextInt(4)) {
      case 0 -> "SELECT *" + from + order(List.of("a.")) + slice();
      case 1 -> "SELECT COUNT(*) AS n" + from;
      default -> "SELECT a.id, a.v AS v, a.m.x AS x" + from + order(List.of("a.")) + slice();
    };
  }
}
