package io.partikey.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A database with bookings: 100 to a flight, with an index by passenger. */
final class FlightsDatabase implements AutoCloseable {
  static final int SEATS = 100;

  private final Connection connection;

  /** Makes a database of its own, in memory, with this many bookings. */
  FlightsDatabase(int bookings) throws SQLException {
    this("jdbc:partikey:mem:", bookings);
  }

  /** Fills an empty database with this many bookings. */
  FlightsDatabase(String url, int bookings) throws SQLException {
    connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE Bookings (Flight STRING, Seat NUMBER, Passenger STRING, Price NUMBER,"
              + " PRIMARY KEY (Flight, Seat), GLOBAL INDEX ByPassenger (Passenger, Flight))");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO Bookings (Flight, Seat, Passenger, Price) VALUES (?, ?, ?, ?)")) {
      for (int i = 0; i < bookings; i++) {
        insert.setString(1, flight(i / SEATS));
        insert.setInt(2, i % SEATS);
        insert.setString(3, "P" + i % 9973);
        insert.setInt(4, 50 + i % 400);
        insert.addBatch();
        if (i % 1000 == 999) {
          insert.executeBatch();
          connection.commit();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  static String flight(int number) {
    return "OS" + number;
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
