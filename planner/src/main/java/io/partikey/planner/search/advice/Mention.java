package io.partikey.planner.search.advice;

import io.partikey.engine.error.StatementPosition;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.TableSource;
import java.util.stream.Stream;

/**
 * One of the places in which a statement reads a table or index.
 *
 * @param alias what the statement calls it there
 * @param position where the statement names it
 */
record Mention(String alias, StatementPosition position) {
  static Mention of(TableSource source) {
    return new Mention(source.alias(), source.position());
  }

  /** The tables and indexes that a relation reads, in the order of the statement. */
  static Stream<TableSource> sources(Relation relation) {
    return relation instanceof TableSource source
        ? Stream.of(source)
        : relation.inputs().stream().flatMap(Mention::sources);
  }
}
