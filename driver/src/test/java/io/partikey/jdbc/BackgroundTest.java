package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What SHOW BACKGROUND tells. */
@Timeout(60)
class BackgroundTest {
  @Test
  void listsWhatADatabaseDoesBesideItsCallers(@TempDir Path directory) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:partikey:file:" + directory.resolve("db"));
        Statement statement = connection.createStatement()) {
      while (successOfSync(statement) == null) {
        Thread.onSpinWait();
      }
      assertThat(Instant.parse(String.valueOf(successOfSync(statement))))
          .isBeforeOrEqualTo(Instant.now());
      List<String> jobs = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("SHOW BACKGROUND")) {
        while (rows.next()) {
          jobs.add(
              rows.getString("job")
                  + ": "
                  + rows.getString("purpose")
                  + ", "
                  + rows.getString("state"));
          assertThat(rows.getString("last_failure")).isNull();
          assertThat(rows.getString("failure")).isNull();
        }
      }
      assertThat(jobs)
          .containsExactly(
              "sync: puts on disk what durability=periodic committed, well",
              "repair: opens the storage again after it failed, well",
              "indexes: builds indexes, well",
              "space: gives the space of dropped tables and indexes back, well",
              "time to live: removes expired items, well",
              "partitions: splits partitions that hold or consume too much, well");
    }
  }

  private static @Nullable String successOfSync(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SHOW BACKGROUND")) {
      assertThat(rows.next()).isTrue();
      return rows.getString("last_success");
    }
  }
}
