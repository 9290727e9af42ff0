package io.partikey.planner.equivalence;

import java.util.List;

/** Random joins of tables, and of tables with the collections in their items. */
final class RandomJoins {
  private final QueryParts parts;

  RandomJoins(QueryParts parts) {
    this.parts = parts;
  }

  /** A query over a join. */
  String next() {
    String third = parts.oneIn(4) ? "c." : "";
    List<String> sources = third.isEmpty() ? List.of("a.", "b.") : List.of("a.", "b.", third);
    String columns =
        switch (parts.below(5)) {
          case 0 -> "a.id AS i, b.*";
          case 1 -> "VALUE {'a': a.id, 'b': b.v}";
          case 2 -> "a.id AS i, b.id AS j, " + parts.expression("b.") + " AS e";
          case 3 -> "a.id AS i, COALESCE(b.id, a.v) AS j, b.id IS MISSING AS m";
          default -> "a.id AS i, b.id AS j, a.v AS v, b.g AS g";
        };
    return "SELECT " + columns + from(third) + parts.order(sources) + parts.slice();
  }

  /** FROM and WHERE of a join of the sources {@code a.}, {@code b.} and perhaps a third one. */
  String from(String third) {
    String join = parts.oneOf(" JOIN ", " INNER JOIN ", " LEFT JOIN ", " LEFT JOIN ");
    String on = parts.pairing("a.", "b.");
    if (parts.oneIn(3)) {
      on += " AND " + parts.condition(parts.oneOf("a.", "b."), 1);
    }
    String tables = " FROM " + parts.table() + " AS a";
    if (third.isEmpty() && parts.oneIn(6)) {
      String both = parts.pairing("a.", "b.") + " AND ";
      return tables + ", " + parts.table() + " AS b WHERE " + both + where();
    }
    String joined = tables + join + parts.table() + " AS b ON " + on;
    if (!third.isEmpty()) {
      joined +=
          parts.oneOf(" JOIN ", " LEFT JOIN ")
              + parts.table()
              + " AS c ON "
              + parts.pairing(parts.oneOf("a.", "b."), third);
    }
    return joined + " WHERE " + where();
  }

  private String where() {
    String where = parts.condition(parts.oneIn(4) ? "b." : "a.", 1);
    return switch (parts.below(8)) {
      case 0, 1 -> where + " AND " + parts.condition("b.", 1);
      case 2 -> where + " AND b.id IS " + parts.oneOf("MISSING", "NULL", "NOT MISSING");
      case 3 -> "(" + where + " OR " + parts.condition("b.", 0) + ")";
      case 4 -> where + " AND " + parts.oneOf("a.v = b.v", "a.h <= b.s", "NOT a.g = b.g");
      default -> where;
    };
  }

  /** A query over the elements of collections. */
  String unnested() {
    String where = " WHERE " + parts.condition("a.", 1);
    String from = " FROM " + parts.table() + " AS a";
    String list = "a." + parts.oneOf("l", "t", "v", "m.l", "m.*", "l[*].x");
    String tail = parts.order(List.of("a.")) + parts.slice();
    return switch (parts.below(8)) {
      case 0 -> "SELECT a.id, e AS e" + from + ", " + list + " AS e" + where + tail;
      case 1 ->
          "SELECT a.id, e AS e, i AS i"
              + from
              + ", "
              + list
              + " AS e AT i"
              + where
              + parts.oneOf("", " AND i > 0", " AND e.x = 'p1'")
              + parts.order(List.of("a."));
      case 2 ->
          "SELECT a.id, e.x AS e, i AS i"
              + from
              + " LEFT JOIN "
              + list
              + " AS e AT i ON TRUE"
              + where
              + parts.oneOf("", " AND i IS MISSING", " AND e = 'g1'")
              + parts.slice();
      case 3 ->
          "SELECT e AS e, COUNT(*) AS n, MAX(i) AS m"
              + from
              + ", "
              + list
              + " AS e AT i"
              + where
              + " GROUP BY e";
      case 4 ->
          "SELECT a.id, e AS e, f AS f"
              + from
              + ", a.l AS e, e"
              + parts.oneOf("", ".x", ".*")
              + " AS f"
              + where;
      case 5 -> "SELECT DISTINCT VALUE e" + from + ", " + list + " AS e" + where;
      default ->
          "SELECT a.id, b.id AS j"
              + from
              + ", "
              + list
              + " AS e"
              + parts.oneOf(" JOIN ", " LEFT JOIN ")
              + parts.table()
              + " AS b ON b."
              + parts.oneOf("p", "g", "h", "k")
              + " = e"
              + where;
    };
  }
}
