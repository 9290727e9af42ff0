package io.partikey.planner.equivalence;

/** Random queries with GROUP BY, HAVING and aggregates. */
final class RandomGroups {
  private final QueryParts parts;
  private final RandomJoins joins;

  RandomGroups(QueryParts parts, RandomJoins joins) {
    this.parts = parts;
    this.joins = joins;
  }

  /** A query over the groups of a table or a join. */
  String next() {
    if (parts.oneIn(3)) {
      return of(parts.oneOf("a.", "b."), joins.from(""));
    }
    return of("a.", " FROM " + parts.table() + " AS a WHERE " + parts.condition("a.", 2));
  }

  private String aggregate(String x) {
    String filter = parts.oneIn(3) ? " FILTER (WHERE " + parts.condition(x, 0) + ")" : "";
    return switch (parts.below(10)) {
      case 0 -> "COUNT(*)" + filter;
      case 1 -> "COUNT(" + x + "v)" + filter;
      case 2 -> "COUNT(DISTINCT " + x + parts.oneOf("v", "l", "k") + ")" + filter;
      case 3 -> "SUM(" + x + "h)" + filter;
      case 4 -> "AVG(" + parts.oneOf("", "DISTINCT ") + x + "s)" + filter;
      case 5 -> "MIN(" + x + parts.oneOf("v", "c", "s", "k", "d") + ")" + filter;
      case 6 -> "MAX(" + x + parts.oneOf("v", "g", "id", "k") + ")" + filter;
      case 7 -> "SUM(" + x + "h * 2 + " + x + "s)" + filter;
      case 8 -> "MAX(" + x + "s) - MIN(" + x + "s)";
      default -> "SUM(" + x + "v) FILTER (WHERE attribute_type(" + x + "v, 'N'))";
    };
  }

  private String of(String x, String from) {
    if (parts.oneIn(4)) {
      String having = parts.oneOf("", "", " HAVING COUNT(*) > 1", " HAVING MAX(" + x + "h) = 3");
      return "SELECT " + aggregate(x) + " AS n, " + aggregate(x) + " AS k" + from + having;
    }
    String key =
        parts.oneOf(
            x + "g",
            x + "h",
            x + "p",
            x + "v",
            x + "k",
            x + "g || '!'",
            x + "h + 1",
            "CASE WHEN " + x + "h > 1 THEN 'many' ELSE " + x + "g END",
            "upper(" + x + "g)",
            x + "v = " + x + "w",
            x + "m.x");
    if (parts.oneIn(5)) {
      return "SELECT "
          + key
          + " AS k, "
          + aggregate(x)
          + " AS n"
          + from
          + " GROUP BY "
          + key
          + parts.oneOf("", " HAVING COUNT(*) = 1", " HAVING " + key + " IS NOT NULL")
          + parts.oneOf("", " ORDER BY " + key + parts.direction(), " ORDER BY 2, 1");
    }
    return "SELECT "
        + key
        + " AS k, "
        + x
        + "h AS h, "
        + aggregate(x)
        + " AS n"
        + from
        + " GROUP BY "
        + key
        + ", "
        + x
        + "h"
        + having(x)
        + parts.oneOf(
            "",
            " ORDER BY n DESC, k",
            " ORDER BY 1" + parts.direction(),
            " ORDER BY COUNT(*)",
            " ORDER BY MAX(" + x + "id) DESC, h")
        + parts.slice();
  }

  private String having(String x) {
    return switch (parts.below(8)) {
      case 0 -> " HAVING COUNT(*) > " + parts.below(3);
      case 1 -> " HAVING MAX(" + x + "s) >= 1 AND " + x + "h IS NOT NULL";
      case 2 -> " HAVING " + x + "h = " + parts.value("h");
      case 3 -> " HAVING NOT " + x + "h < 2";
      case 4 -> " HAVING " + x + parts.oneOf("h IS MISSING", "h IS NULL", "h IS NOT MISSING");
      case 5 -> " HAVING COUNT(" + x + "v) FILTER (WHERE " + x + "v = 1) < 1 OR " + x + "h = 2";
      default -> "";
    };
  }
}
