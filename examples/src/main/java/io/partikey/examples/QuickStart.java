package io.partikey.examples;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Makes a table with an index, writes an item, and reads it back by key and through the index. */
public final class QuickStart {
  private QuickStart() {}

  /** Runs the example on a database in memory, or on the one whose URL is given. */
  public static void main(String[] arguments) throws SQLException {
    String url = arguments.length == 0 ? "jdbc:partikey:mem:" : arguments[0];
    run(url, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
  }

  static void run(String url, PrintWriter out) throws SQLException {
    // README: begin
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE Bookings (
            BookingID STRING, FlightID STRING, Seat STRING,
            PRIMARY KEY (BookingID),
            GLOBAL INDEX ByFlight (FlightID, Seat))
          """);

      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO Bookings VALUE ?")) {
        insert.setObject(
            1, Map.of("BookingID", "b1", "FlightID", "OS87", "Seat", "12A", "Bags", 2));
        insert.executeUpdate();
      }

      try (PreparedStatement byFlight =
          connection.prepareStatement("SELECT BookingID, Seat FROM Bookings WHERE FlightID = ?")) {
        byFlight.setString(1, "OS87");
        try (ResultSet rows = byFlight.executeQuery()) {
          while (rows.next()) {
            out.println(rows.getString("BookingID") + " sits in " + rows.getString("Seat"));
          }
        }
      }

      int changed =
          statement.executeUpdate(
              "UPDATE Bookings SET Bags = Bags + 1 WHERE BookingID = 'b1' AND Bags < 3");
      out.println(changed + " booking changed");
    }
    // README: end
  }
}
