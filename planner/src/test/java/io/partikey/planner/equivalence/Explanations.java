package io.partikey.planner.equivalence;

import io.partikey.engine.item.StringValue;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What EXPLAIN answers. */
final class Explanations {
  private static final Pattern ACTUAL = Pattern.compile("\\(actual (\\d+) (?:rows?|items?)[,)]");

  private Explanations() {}

  /** The lines of an EXPLAIN. */
  static List<String> lines(CompiledStatement explain, ExecutionRequest request) {
    List<String> lines = new ArrayList<>();
    try (RowCursor rows = ((StatementResult.Rows) explain.execute(request)).rows()) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        lines.add(((StringValue) row.get().get(0)).text());
      }
    }
    return lines;
  }

  /** How many rows EXPLAIN ANALYZE says the first node had, or how many items a write changed. */
  static long rows(List<String> lines) {
    Matcher actual = ACTUAL.matcher(lines.get(1));
    if (!actual.find()) {
      throw new AssertionError("without actual rows: " + lines);
    }
    return Long.parseLong(actual.group(1));
  }
}
