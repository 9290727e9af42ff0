package io.partikey.planner.equivalence;

import java.util.ArrayList;
import java.util.List;

/** Random queries with queries in FROM, and UNION ALL. */
final class RandomDerivedTables {
  private final QueryParts parts;

  RandomDerivedTables(QueryParts parts) {
    this.parts = parts;
  }

  /** Queries one behind the other. */
  String union() {
    String columns = parts.oneIn(4) ? "VALUE a.g" : "a.id, a.g AS g, a.v AS v";
    boolean named = columns.startsWith("a.");
    List<String> branches = new ArrayList<>();
    for (int i = 2 + parts.below(2); i > 0; i--) {
      branches.add(
          "SELECT "
              + columns
              + " FROM "
              + parts.table()
              + " AS a WHERE "
              + parts.condition("a.", 1));
    }
    String order =
        named
            ? parts.oneOf("", " ORDER BY g" + parts.direction() + ", 1", " ORDER BY 3, 1 DESC")
            : "";
    return String.join(" UNION ALL ", branches) + order + parts.slice();
  }

  /** A query over a query. */
  String next() {
    String inner = parts.table() + " AS b WHERE " + parts.condition("b.", 1);
    String tail = parts.order(List.of("a.")) + parts.slice();
    return switch (parts.below(8)) {
      case 0 ->
          "SELECT a.id, a.e AS e FROM (SELECT b.id, b.p, b.h, "
              + parts.expression("b.")
              + " AS e FROM "
              + inner
              + ") AS a WHERE "
              + parts.oneOf("a.p = " + parts.value("p"), "a.e = 1", "a.h > " + parts.value("h"))
              + parts.slice();
      case 1 ->
          "SELECT a.g, a.n AS n FROM (SELECT b.g, COUNT(*) AS n FROM "
              + inner
              + " GROUP BY b.g) AS a WHERE "
              + parts.oneOf(
                  "a.g = " + parts.value("g"),
                  "a.n > 1",
                  "TRUE",
                  "a.g IS MISSING",
                  "a.g = NULL",
                  "a.g <> 'g1'");
      case 2 ->
          "SELECT a.id FROM (SELECT b.id, b.g FROM "
              + inner
              + " ORDER BY b.h DESC, b.id LIMIT "
              + parts.below(5)
              + ") AS a WHERE a.g = "
              + parts.value("g");
      case 3 ->
          "SELECT a.g, a.h FROM (SELECT DISTINCT b.g, b.h FROM "
              + inner
              + ") AS a WHERE a.h < 3 ORDER BY a.g, a.h";
      case 4 ->
          "SELECT a.id FROM (SELECT b.id, b.g FROM "
              + inner
              + " UNION ALL SELECT c.id, c."
              + parts.oneOf("p", "h", "k", "v")
              + " FROM "
              + parts.table()
              + " AS c) AS a WHERE "
              + parts.oneOf(
                  "a.g = " + parts.value("g"),
                  "a.g = " + parts.value("h"),
                  "a.g IN (" + parts.value("g") + ", " + parts.value("h") + ")");
      case 5 ->
          "SELECT a.id, c.id AS j FROM (SELECT b.id, b.p, b.g, b.s, b.c, b.h, b.k, b.v, b.w, b.m"
              + " FROM "
              + inner
              + ") AS a "
              + parts.oneOf("JOIN ", "LEFT JOIN ")
              + parts.table()
              + " AS c ON "
              + parts.pairing("a.", "c.");
      case 6 ->
          "SELECT c.id, a.e AS e FROM "
              + parts.table()
              + " AS c LEFT JOIN (SELECT b.p, b.g, b.id, "
              + "'x' AS e FROM "
              + inner
              + ") AS a ON a."
              + parts.oneOf("p", "g", "id")
              + " = c."
              + parts.oneOf("p", "g", "id")
              + " WHERE "
              + parts.condition("c.", 1);
      default ->
          "SELECT a.id, a.v AS v FROM (SELECT * FROM "
              + inner
              + ") AS a WHERE "
              + parts.condition("a.", 1)
              + tail;
    };
  }

  /** A query over a query over a query. */
  String nested() {
    String inner = parts.table() + " AS b WHERE " + parts.condition("b.", 1);
    return switch (parts.below(5)) {
      case 0 ->
          "SELECT a.id, a.e AS e FROM (SELECT d.id, d.g, d.e FROM (SELECT b.id, b.g, b.p, "
              + parts.expression("b.")
              + " AS e FROM "
              + inner
              + ") AS d WHERE "
              + parts.oneOf("d.p = ", "d.p <> ")
              + parts.value("p")
              + ") AS a WHERE a.g = "
              + parts.value("g");
      case 1 ->
          "SELECT a.x, a.n AS n FROM (SELECT d.x, SUM(d.n) AS n FROM (SELECT b.g AS x, b.h AS y,"
              + " COUNT(*) AS n FROM "
              + inner
              + " GROUP BY b.g, b.h) AS d GROUP BY d.x) AS a WHERE "
              + parts.oneOf("a.x = " + parts.value("g"), "a.n > 1", "a.x IS NOT NULL");
      case 2 ->
          "SELECT a.id FROM (SELECT d.id, d.k, d.s FROM (SELECT * FROM "
              + inner
              + ") AS d WHERE "
              + parts.condition("d.", 0)
              + ") AS a WHERE "
              + parts.oneOf("a.k = " + parts.value("k"), "a.s > " + parts.value("s"));
      case 3 ->
          "SELECT a.q FROM (SELECT DISTINCT d.q FROM (SELECT b.p AS q FROM "
              + inner
              + " UNION ALL SELECT c.g FROM "
              + parts.table()
              + " AS c) AS d) AS a WHERE a.q = "
              + parts.value(parts.oneOf("p", "g"))
              + parts.slice();
      default ->
          "SELECT a.id, c.id AS j FROM (SELECT d.id, d.p FROM (SELECT b.id, b.p, b.h FROM "
              + inner
              + ") AS d WHERE d.h <= "
              + parts.value("h")
              + ") AS a JOIN "
              + parts.table()
              + " AS c ON "
              + parts.oneOf("c.p = a.p", "c.id = a.id", "c.g = a.p");
    };
  }
}
