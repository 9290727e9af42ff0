package io.partikey.planner.equivalence;

import java.util.ArrayList;
import java.util.List;

/** Random queries with IN (SELECT …) and EXISTS (SELECT …). */
final class RandomSubqueries {
  private final QueryParts parts;

  RandomSubqueries(QueryParts parts) {
    this.parts = parts;
  }

  String next() {
    List<String> where = new ArrayList<>();
    where.add(semiJoin());
    if (!parts.oneIn(4)) {
      where.add(parts.condition("a.", 1));
    }
    if (parts.oneIn(4)) {
      where.add(semiJoin());
    }
    String columns = parts.oneOf("a.id, a.v", "*", "a.id, a.g || a.p AS e", "COUNT(*) AS n");
    String tail = columns.startsWith("COUNT") ? "" : parts.order(List.of("a.")) + parts.slice();
    return "SELECT "
        + columns
        + " FROM "
        + parts.table()
        + " AS a WHERE "
        + String.join(" AND ", where)
        + tail;
  }

  private String semiJoin() {
    String from = " FROM " + parts.table() + " AS b WHERE ";
    String condition = parts.condition("b.", 1);
    return switch (parts.below(9)) {
      case 0 ->
          "a."
              + parts.oneOf("p", "g", "h", "v", "k")
              + parts.oneOf(" IN ", " IN ", " NOT IN ")
              + "(SELECT b."
              + parts.oneOf("p", "g", "v", "h", "k")
              + from
              + condition
              + ")";
      case 1 -> "a.id IN (SELECT b." + parts.oneOf("id", "h", "v") + from + condition + ")";
      case 2 -> "a.p IN (SELECT b.p" + from + "b.g = a.g AND " + condition + ")";
      case 3 -> exists() + "(SELECT *" + from + parts.pairing("a.", "b.") + ")";
      case 4 ->
          exists()
              + "(SELECT *"
              + from
              + parts.pairing("a.", "b.")
              + " AND "
              + parts.oneOf("b.id <> a.id", "b.h < a.s", "b.v = a.v", "a.h = 1")
              + ")";
      case 5 ->
          "a."
              + parts.oneOf("g", "p")
              + " IN (SELECT b.g"
              + from
              + condition
              + " UNION ALL SELECT c.p"
              + " FROM "
              + parts.table()
              + " AS c WHERE "
              + parts.condition("c.", 0)
              + ")";
      case 6 -> "a.g IN (SELECT DISTINCT b.g" + from + condition + ")";
      default ->
          exists() + "(SELECT b.v" + from + parts.pairing("a.", "b.") + " AND " + condition + ")";
    };
  }

  private String exists() {
    return parts.oneOf("EXISTS ", "NOT EXISTS ");
  }
}
