package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads at work on one connection, each with statements of its own. */
@Timeout(120)
class SharedConnectionTest {
  private static final int THREADS = 6;
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 1_000 : 100;

  @Test
  void threadsTakeTurns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Connection connection = Airline.open("")) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> sums = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        String flight = "T" + thread;
        sums.add(
            threads.submit(
                () -> {
                  start.await();
                  return insertAndSum(connection, flight);
                }));
      }
      start.countDown();
      for (Future<Integer> sum : sums) {
        assertThat(sum.get()).isEqualTo(ROUNDS * (ROUNDS - 1) / 2);
      }
      try (ResultSet count =
          connection.createStatement().executeQuery("SELECT COUNT(*) FROM Seats_2026")) {
        count.next();
        assertThat(count.getInt(1)).isEqualTo(3 + THREADS * ROUNDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Writes rows while the rows before are read, with metadata in between. */
  private static int insertAndSum(Connection connection, String flight) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO Seats_2026 (Flight, RowNo) VALUES (?, ?)");
        PreparedStatement query =
            connection.prepareStatement("SELECT RowNo FROM Seats_2026 WHERE Flight = ?")) {
      insert.setString(1, flight);
      query.setString(1, flight);
      for (int i = 0; i < ROUNDS; i++) {
        insert.setInt(2, i);
        assertThat(insert.executeUpdate()).isEqualTo(1);
        if (i % 20 == 0) {
          try (ResultSet columns =
              connection.getMetaData().getColumns(null, null, "Seats_2026", "%")) {
            assertThat(columns.next()).isTrue();
          }
        }
      }
      int sum = 0;
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          sum += rows.getInt(1);
        }
      }
      return sum;
    }
  }
}
