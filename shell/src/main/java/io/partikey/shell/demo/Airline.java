package io.partikey.shell.demo;

import io.partikey.engine.item.MapValue;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import io.partikey.shell.transfer.ItemLoading;
import io.partikey.shell.transfer.LoadReport;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;

/** The airline's tables and how they are filled. */
public final class Airline {
  /** Fewest items, so that the tour finds what it shows. */
  public static final int LEAST_ITEMS = 1_000;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS Flights (
            FlightID STRING, Route STRING, DepartsAt STRING, Aircraft STRING, SeatsLeft NUMBER,
            PRIMARY KEY (FlightID),
            GLOBAL INDEX ByRoute (Route, DepartsAt))
          """,
          """
          CREATE TABLE IF NOT EXISTS Passengers (
            PassengerID STRING, Name STRING, Email STRING, Miles NUMBER,
            PRIMARY KEY (PassengerID),
            GLOBAL INDEX ByEmail (Email) KEYS ONLY)
          """,
          """
          CREATE TABLE IF NOT EXISTS Bookings (
            BookingID STRING, FlightID STRING, Seat STRING, PassengerID STRING, BookedAt STRING,
            Fare NUMBER,
            PRIMARY KEY (BookingID),
            GLOBAL INDEX ByFlight (FlightID, Seat),
            GLOBAL INDEX ByPassenger (PassengerID, BookedAt) INCLUDE (FlightID))
          """);

  private Airline() {}

  /**
   * Makes the tables and fills them; items that are there already are replaced.
   *
   * @param items how many items there are to be in all tables together
   * @throws ShellException if not all could be written
   * @throws SQLException if the tables cannot be made
   */
  public static void build(Session session, int items) throws SQLException, ShellException {
    try (Statement statement = session.connection().createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
    int flights = items / 15;
    int passengers = items / 15 * 4;
    int bookings = items - flights - passengers;
    AirlineItems airline = new AirlineItems(flights, passengers);
    load(session, "Flights", flights, airline::flight);
    load(session, "Passengers", passengers, airline::passenger);
    load(session, "Bookings", bookings, airline::booking);
  }

  private static void load(
      Session session, String table, int count, IntFunction<MapValue> generator)
      throws SQLException, ShellException {
    LoadReport report =
        ItemLoading.replaceAll(session, table, new GeneratedSource(count, generator));
    session.display().message("%-10s  %s".formatted(table, report.summary()));
  }
}
