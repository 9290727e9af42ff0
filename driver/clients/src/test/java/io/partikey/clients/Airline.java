package io.partikey.clients;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The airline that the clients work on: flights, passengers and bookings. */
final class Airline {
  private Airline() {}

  /** A connection to the database in memory of a name, with the airline's tables in it. */
  static Connection open(String name) throws SQLException {
    Connection connection = DriverManager.getConnection(url(name));
    create(connection);
    return connection;
  }

  static String url(String name) {
    return "jdbc:partikey:mem:" + name;
  }

  /** Makes the tables, with two flights in them. */
  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE Flights (
            FlightID STRING, Route STRING, DepartsAt STRING, SeatsLeft NUMBER,
            PRIMARY KEY (FlightID),
            GLOBAL INDEX ByRoute (Route, DepartsAt))
          """);
      statement.execute(
          """
          CREATE TABLE Passengers (
            PassengerID STRING, Name STRING, Email STRING, Miles NUMBER,
            PRIMARY KEY (PassengerID),
            GLOBAL INDEX ByEmail (Email) KEYS ONLY)
          """);
      statement.execute(
          """
          CREATE TABLE Bookings (
            FlightID STRING, Seat STRING, PassengerID STRING, BookedAt STRING, Fare NUMBER,
            PRIMARY KEY (FlightID, Seat),
            GLOBAL INDEX ByPassenger (PassengerID, BookedAt) INCLUDE (Fare))
          """);
      statement.execute(
          "INSERT INTO Flights VALUE {'FlightID': 'OS87', 'Route': 'VIE-JFK', 'DepartsAt':"
              + " '2026-04-05T10:15:00', 'SeatsLeft': 100, 'Meals': ['vegan', 'any']}");
      statement.execute(
          "INSERT INTO Flights VALUE {'FlightID': 'OS88', 'Route': 'JFK-VIE', 'DepartsAt':"
              + " '2026-04-06T17:45:00', 'SeatsLeft': 2.5}");
    }
  }

  /** Ends a database in memory. */
  static void shutDown(String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(name));
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
  }
}
