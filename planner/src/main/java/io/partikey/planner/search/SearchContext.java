package io.partikey.planner.search;

import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.PlannerSettings;
import java.util.function.Function;

/**
 * What a search knows beside the statement.
 *
 * @param settings what the connection chose
 * @param statistics the counts of a table by name
 * @param exactCounts whether those counts are exact, so that they may answer COUNT(*)
 */
public record SearchContext(
    PlannerSettings settings, Function<String, TableStatistics> statistics, boolean exactCounts) {}
