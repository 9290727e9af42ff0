package io.partikey.benchmarks;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whether a get and a query of a collection cost the same in a small table and in a large one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@NullUnmarked
public class DoesLatencyGrowWithTheTable {
  /** How many bookings the table holds. */
  @Param({"10000", "1000000"})
  int bookings;

  private TemporaryDirectory directory;
  private FlightsDatabase database;
  private PreparedStatement get;
  private PreparedStatement query;

  /** Fills the table. */
  @Setup
  public void open() throws SQLException {
    directory = new TemporaryDirectory();
    database = new FlightsDatabase(directory.url("?durability=periodic"), bookings);
    get =
        database
            .connection()
            .prepareStatement("SELECT Passenger FROM Bookings WHERE Flight = ? AND Seat = ?");
    query =
        database
            .connection()
            .prepareStatement("SELECT Seat, Passenger FROM Bookings WHERE Flight = ?");
  }

  /** Drops the table. */
  @TearDown
  public void close() throws SQLException {
    database.close();
    directory.close();
  }

  /** One item by its full key. */
  @Benchmark
  public String getByKey() throws SQLException {
    get.setString(1, randomFlight());
    get.setInt(2, ThreadLocalRandom.current().nextInt(FlightsDatabase.SEATS));
    try (ResultSet rows = get.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** One collection of a hundred items. */
  @Benchmark
  public int queryCollection() throws SQLException {
    query.setString(1, randomFlight());
    int sum = 0;
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        sum += rows.getInt(1);
      }
    }
    return sum;
  }

  private String randomFlight() {
    return FlightsDatabase.flight(
        ThreadLocalRandom.current().nextInt(bookings / FlightsDatabase.SEATS));
  }
}
