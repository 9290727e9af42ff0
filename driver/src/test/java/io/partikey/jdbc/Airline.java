package io.partikey.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A small database in memory that tests of clients work on: seats by flight and row, with an index
 * by passenger, and a second table whose name the first one's matches as a pattern.
 */
final class Airline {
  private Airline() {}

  /**
   * A connection to a database of its own, with properties as in a URL, for example ?scan=allow.
   */
  static Connection open(String properties) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:partikey:mem:" + properties);
    create(connection);
    return connection;
  }

  /** Fills a database. */
  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE Seats_2026 (
            Flight STRING, RowNo NUMBER, Class STRING, Passenger STRING,
            PRIMARY KEY (Flight, RowNo),
            GLOBAL INDEX ByPassenger (Passenger, Flight)
          )
          """);
      statement.execute("CREATE TABLE SeatsX2026 (id STRING, PRIMARY KEY (id))");
      statement.execute(
          "INSERT INTO Seats_2026 VALUE {'Flight': 'LH1', 'RowNo': 1, 'Passenger': 'ada',"
              + " 'Price': 99.5, 'Meal': {'kind': 'vegan'}}");
      statement.execute(
          "INSERT INTO Seats_2026 VALUE {'Flight': 'LH1', 'RowNo': 2, 'Passenger': 'bob',"
              + " 'Price': 120, 'Meal': {'kind': 'any'}}");
      statement.execute("INSERT INTO Seats_2026 VALUE {'Flight': 'LH1', 'RowNo': 3}");
      statement.execute("INSERT INTO SeatsX2026 VALUE {'id': 'x', 'other': 1}");
    }
  }
}
