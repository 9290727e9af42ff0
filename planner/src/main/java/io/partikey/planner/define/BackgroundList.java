package io.partikey.planner.define;

import io.partikey.engine.backend.BackgroundJob;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SHOW BACKGROUND: what the database does beside its callers, and whether it succeeds. */
final class BackgroundList {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ListingColumns.text("job"),
          ListingColumns.text("purpose"),
          ListingColumns.text("state"),
          ListingColumns.text("last_success"),
          ListingColumns.text("last_failure"),
          ListingColumns.text("failure"));

  private BackgroundList() {}

  static Listing inspection() {
    return new Listing(
        COLUMNS, backend -> backend.backgroundJobs().stream().map(BackgroundList::row).toList());
  }

  private static Row row(BackgroundJob job) {
    return MemoryRows.row(
        COLUMNS,
        ListingColumns.of(job.name()),
        ListingColumns.of(job.purpose()),
        ListingColumns.of(state(job)),
        time(job.lastSuccess()),
        time(job.lastFailure()),
        job.failure().map(ListingColumns::of).orElse(null));
  }

  private static String state(BackgroundJob job) {
    long failures = job.failures();
    if (failures == 0) {
      return "well";
    }
    return failures == 1 ? "failed once" : "failed " + failures + " times in a row";
  }

  private static @Nullable AttributeValue time(Optional<Instant> time) {
    return time.map(at -> ListingColumns.of(at.truncatedTo(ChronoUnit.SECONDS).toString()))
        .orElse(null);
  }
}
