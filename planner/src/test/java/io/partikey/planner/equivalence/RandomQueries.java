package io.partikey.planner.equivalence;

import java.util.List;
import java.util.Random;

/** Random queries over the tables of a database: of one table, or of one of the other forms. */
final class RandomQueries {
  private final QueryParts parts;
  private final RandomJoins joins;
  private final RandomGroups groups;
  private final RandomSubqueries subqueries;
  private final RandomDerivedTables derived;

  private RandomQueries(QueryParts parts) {
    this.parts = parts;
    this.joins = new RandomJoins(parts);
    this.groups = new RandomGroups(parts, joins);
    this.subqueries = new RandomSubqueries(parts);
    this.derived = new RandomDerivedTables(parts);
  }

  /** A query of any form. */
  static RandomConditions.Statement next(Random random, ReferenceDatabase database) {
    QueryParts parts = new QueryParts(random, database);
    return parts.finished(new RandomQueries(parts).query());
  }

  private String query() {
    return switch (parts.below(18)) {
      case 0, 1, 2 -> simple();
      case 3, 4, 5 -> joins.next();
      case 6, 7, 8 -> groups.next();
      case 9, 10 -> subqueries.next();
      case 11, 12 -> derived.next();
      case 13 -> derived.nested();
      case 14 -> distinct();
      case 15 -> derived.union();
      case 16 -> joins.unnested();
      default -> named();
    };
  }

  private String simple() {
    int form = parts.below(6);
    boolean alias = form == 2 || parts.oneIn(2);
    String x = alias ? "a." : "";
    String from = " FROM " + parts.table() + (alias ? " AS a" : "") + parts.where(x, 2);
    String columns =
        switch (form) {
          case 0 -> "*";
          case 1 -> alias ? "a.*" : "id, v";
          case 2 -> "VALUE " + (alias && parts.oneIn(2) ? "a" : parts.expression("a."));
          case 3 -> x + "id, " + parts.expression(x) + " AS e, " + x + "m.y AS f";
          case 4 -> parts.expression(x) + " AS e, " + parts.expression(x) + " AS f";
          default -> x + "id, " + x + "v, " + x + "p AS q";
        };
    return "SELECT " + columns + from + parts.order(List.of(x)) + parts.slice();
  }

  private String distinct() {
    String from = " FROM " + parts.table() + " AS a WHERE " + parts.condition("a.", 2);
    return switch (parts.below(4)) {
      case 0 -> "SELECT DISTINCT *" + from;
      case 1 -> "SELECT DISTINCT VALUE a.g" + from + parts.slice();
      case 2 ->
          "SELECT DISTINCT a.g, a.h" + from + " ORDER BY h" + parts.direction() + parts.slice();
      default -> "SELECT DISTINCT " + parts.expression("a.") + " AS e, a.p" + from + parts.slice();
    };
  }

  private String named() {
    List<String> indexes = parts.indexes();
    if (indexes.isEmpty()) {
      return simple();
    }
    String index = indexes.get(parts.below(indexes.size()));
    String from = " FROM " + index + " AS a" + parts.where("a.", 1);
    String tail = parts.order(List.of("a.")) + parts.slice();
    return switch (parts.below(6)) {
      case 0 -> "SELECT *" + from + tail;
      case 1 -> "SELECT COUNT(*) AS n" + from;
      case 2 ->
          "SELECT a.id, b.id AS j FROM "
              + parts.table()
              + " AS a"
              + parts.oneOf(" JOIN ", " LEFT JOIN ")
              + index
              + " AS b ON "
              + parts.pairing("a.", "b.")
              + parts.where("a.", 1);
      case 3 ->
          "SELECT a.id FROM "
              + parts.table()
              + " AS a WHERE "
              + parts.oneOf("", "NOT ")
              + "EXISTS (SELECT * FROM "
              + index
              + " AS b WHERE "
              + parts.pairing("a.", "b.")
              + ")";
      default -> "SELECT a.id, a.v AS v, a.m.x AS x" + from + tail;
    };
  }
}
