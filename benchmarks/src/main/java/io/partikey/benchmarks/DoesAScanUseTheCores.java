package io.partikey.benchmarks;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/**
 * How much faster a forced scan is that is read ahead on several threads than one in a transaction,
 * which one thread reads: with a filter that leaves few items, and with one that leaves all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 4, time = 5)
@NullUnmarked
public class DoesAScanUseTheCores {
  private static final int BOOKINGS = 200_000;

  /** Whether one thread reads. */
  @Param({"true", "false"})
  boolean alone;

  /** The greatest price that is left out. */
  @Param({"440", "0"})
  int above;

  private FlightsDatabase database;
  private PreparedStatement scan;

  /** Fills the table. */
  @Setup
  public void open() throws SQLException {
    database = new FlightsDatabase(BOOKINGS);
    database.connection().setAutoCommit(!alone);
    scan =
        database
            .connection()
            .prepareStatement(
                "SELECT /*+ ALLOW_SCAN */ Flight, Seat FROM Bookings WHERE Price > " + above);
  }

  /** Drops the table. */
  @TearDown
  public void close() throws SQLException {
    database.close();
  }

  /** All bookings above the price. */
  @Benchmark
  public int scan() throws SQLException {
    int rows = 0;
    try (ResultSet result = scan.executeQuery()) {
      while (result.next()) {
        rows++;
      }
    }
    if (alone) {
      database.connection().rollback();
    }
    return rows;
  }
}
