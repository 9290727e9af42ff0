package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HikariIT {
  private static final int CONNECTIONS = 10;

  private static HikariConfig config(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.addDataSourceProperty("scan", "allow");
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return config;
  }

  @Test
  void poolsConnectionsToADirectory(@TempDir Path directory) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2 * CONNECTIONS);
    try (HikariDataSource pool =
        new HikariDataSource(config("jdbc:partikey:file:" + directory.resolve("data")))) {
      try (Connection connection = pool.getConnection()) {
        Airline.create(connection);
      }
      List<Future<Integer>> bookings = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String seat = "s" + i;
        bookings.add(threads.submit(() -> book(pool, seat)));
      }
      for (Future<Integer> booking : bookings) {
        assertThat(booking.get()).isEqualTo(1);
      }
      assertThat(count(pool)).isEqualTo(200);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int book(HikariDataSource pool, String seat) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO Bookings (FlightID, Seat) VALUES (?, ?)")) {
      insert.setString(1, "OS87");
      insert.setString(2, seat);
      return insert.executeUpdate();
    }
  }

  private static int count(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT COUNT(*) FROM Bookings WHERE FlightID = 'OS87'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void keepsDataWhenItEvictsEveryConnection() throws SQLException {
    HikariConfig one = config(Airline.url("hikari"));
    one.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(one)) {
      try (Connection connection = pool.getConnection()) {
        Airline.create(connection);
      }
      book(pool, "1A");
      try (Connection connection = pool.getConnection()) {
        assertThatThrownBy(() -> connection.prepareCall("{call x}"))
            .isInstanceOf(SQLFeatureNotSupportedException.class);
        assertThat(connection.isClosed()).as("evicted").isTrue();
      }
      for (int i = 0; i < 200; i++) {
        book(pool, "s" + i);
      }
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(1);
        assertThatThrownBy(
                () ->
                    statement
                        .executeQuery(
                            "SELECT COUNT(*) FROM Bookings a, Bookings b, Bookings c, Bookings d"
                                + " WHERE a.Seat || b.Seat = c.Seat || d.Seat || '!'")
                        .next())
            .isInstanceOf(SQLTimeoutException.class);
      }
      assertThat(count(pool)).isEqualTo(201);
    } finally {
      Airline.shutDown("hikari");
    }
  }

  @Test
  void givesConnectionsBackAsTheyWere() throws SQLException {
    HikariConfig one = config(Airline.url("hikari-state"));
    one.setMaximumPoolSize(1);
    one.setAutoCommit(false);
    try (HikariDataSource pool = new HikariDataSource(one)) {
      try (Connection connection = pool.getConnection()) {
        Airline.create(connection);
        connection.commit();
      }
      book(pool, "never committed");
      try (Connection connection = pool.getConnection()) {
        connection.setAutoCommit(true);
        connection.setReadOnly(true);
        connection.setNetworkTimeout(Runnable::run, 100);
      }
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getNetworkTimeout()).isZero();
      }
      assertThat(count(pool)).isZero();
    } finally {
      Airline.shutDown("hikari-state");
    }
  }
}
