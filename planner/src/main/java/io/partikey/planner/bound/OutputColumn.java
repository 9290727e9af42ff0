package io.partikey.planner.bound;

import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.ResultColumn;
import org.jspecify.annotations.Nullable;

/** What a column of a query's relation shows. */
public sealed interface OutputColumn {
  /** A value under a label. */
  record Value(ResultColumn column) implements OutputColumn {}

  /** Whole items of a table, or of what an index projects of them: shown as the table's columns. */
  record Star(TableDescription table, @Nullable IndexDescription index) implements OutputColumn {}

  /** A value that is the row itself: SELECT VALUE. A map's members are shown as columns. */
  record Whole(ResultColumn column) implements OutputColumn {}
}
