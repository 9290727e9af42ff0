package io.partikey.planner.bind;

import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a name in a statement names.
 *
 * @param table the table
 * @param index the index of it, null for the table itself
 */
public record TableName(TableDescription table, @Nullable IndexDescription index) {}
