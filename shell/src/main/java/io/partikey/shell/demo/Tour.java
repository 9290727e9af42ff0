package io.partikey.shell.demo;

import io.partikey.shell.command.Interpreter;
import io.partikey.shell.format.Style;
import io.partikey.shell.session.Display;
import io.partikey.shell.session.Fragment;
import java.util.List;

/** Statements on the airline that show what is particular about the database. */
public final class Tour {
  private static final String FLIGHT = AirlineItems.flightId(42);

  private static final List<Step> STEPS =
      List.of(
          new Step(
              "A read by key costs half a read unit, however large the table is.",
              "SELECT * FROM Flights WHERE FlightID = '" + FLIGHT + "'"),
          new Step(
              "An index finds flights by their route, in the order of its sort key.",
              """
              SELECT FlightID, DepartsAt, SeatsLeft FROM Flights
              WHERE Route = 'LHR-JFK' AND DepartsAt >= '2026-12-24'
              ORDER BY DepartsAt LIMIT 5"""),
          new Step(
              "A join runs when its inner side is a lookup by key.",
              """
              SELECT b.Seat, p.Name, b.Fare
              FROM Bookings.ByFlight AS b JOIN Passengers AS p ON p.PassengerID = b.PassengerID
              WHERE b.FlightID = '%s' ORDER BY b.Seat LIMIT 5"""
                  .formatted(FLIGHT)),
          new Step(
              "EXPLAIN says beforehand how it will run and what that will cost.",
              """
              EXPLAIN SELECT b.Seat, p.Name, b.Fare
              FROM Bookings.ByFlight AS b JOIN Passengers AS p ON p.PassengerID = b.PassengerID
              WHERE b.FlightID = '%s' ORDER BY b.Seat LIMIT 5"""
                  .formatted(FLIGHT)),
          Step.refused(
              "What would read the whole table is refused, with the cures.",
              "SELECT BookingID, Fare FROM Bookings WHERE Seat = '14C'"),
          new Step(
              "A write has a condition if its WHERE says more than the key: here, a seat is left.",
              """
              UPDATE Flights SET SeatsLeft = SeatsLeft - 1
              WHERE FlightID = '%s' AND SeatsLeft > 0 RETURNING ALL NEW *"""
                  .formatted(FLIGHT)),
          new Step(
              "Where the condition does not hold, nothing is written.",
              """
              UPDATE Flights SET SeatsLeft = SeatsLeft - 500
              WHERE FlightID = '%s' AND SeatsLeft >= 500"""
                  .formatted(FLIGHT)),
          Step.refused(
              "An INSERT never overwrites an item.",
              "INSERT INTO Flights VALUE {'FlightID': '" + FLIGHT + "', 'Route': 'LHR-DUB'}"),
          new Step("And this is what the session consumed.", "\\capacity"));

  private Tour() {}

  /**
   * Shows everything.
   *
   * @return whether each statement did what was said of it
   */
  public static boolean show(Interpreter interpreter) {
    Display display = interpreter.session().display();
    Style style = display.style();
    int number = 0;
    for (Step step : STEPS) {
      number++;
      display.result("");
      display.result(style.bold(number + ". " + step.title()));
      display.result("");
      step.statement().lines().forEach(line -> display.result("   " + style.cyan(line)));
      display.result("");
      if (interpreter.interpret(Fragment.typed(step.statement())) != step.succeeds()) {
        return false;
      }
    }
    return true;
  }

  /**
   * A statement and what it shows.
   *
   * @param title what it shows
   * @param statement the statement or command
   * @param succeeds whether it is to succeed, rather than be refused
   */
  private record Step(String title, String statement, boolean succeeds) {
    Step(String title, String statement) {
      this(title, statement, true);
    }

    static Step refused(String title, String statement) {
      return new Step(title, statement, false);
    }
  }
}
