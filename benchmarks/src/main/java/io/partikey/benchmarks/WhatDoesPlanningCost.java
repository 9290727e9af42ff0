package io.partikey.benchmarks;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a statement's first run costs beside its later ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@NullUnmarked
public class WhatDoesPlanningCost {
  private FlightsDatabase database;
  private Statement statement;
  private PreparedStatement prepared;
  private long number;

  /** Fills the table. */
  @Setup
  public void open() throws SQLException {
    database = new FlightsDatabase(10_000);
    statement = database.connection().createStatement();
    prepared =
        database
            .connection()
            .prepareStatement("SELECT Passenger FROM Bookings WHERE Flight = ? AND Seat = ?");
  }

  /** Drops the table. */
  @TearDown
  public void close() throws SQLException {
    database.close();
  }

  /** A prepared get, planned once. */
  @Benchmark
  public boolean preparedGet() throws SQLException {
    prepared.setString(1, "OS1");
    prepared.setLong(2, number++);
    try (ResultSet rows = prepared.executeQuery()) {
      return rows.next();
    }
  }

  /** A get whose text was never seen: parsed, bound and planned directly. */
  @Benchmark
  public boolean firstSeenGet() throws SQLException {
    return run("SELECT Passenger FROM Bookings WHERE Flight = 'OS1' AND Seat = " + number++);
  }

  /** A range of a collection whose text was never seen: planned by Calcite. */
  @Benchmark
  public boolean firstSeenRange() throws SQLException {
    return run(
        "SELECT Passenger FROM Bookings WHERE Flight = 'OS1' AND Seat > "
            + number++
            + " ORDER BY Seat DESC LIMIT 1");
  }

  /** An index query whose text was never seen: planned by Calcite with one keyed path. */
  @Benchmark
  public boolean firstSeenIndexQuery() throws SQLException {
    return run("SELECT Seat FROM Bookings WHERE Passenger = 'P" + number++ + "'");
  }

  /** The same with two keyed paths, of which reading tells the cheaper one. */
  @Benchmark
  public boolean firstSeenChoice() throws SQLException {
    return run(
        "SELECT Seat FROM Bookings WHERE Flight = 'OS1' AND Passenger = 'P" + number++ + "'");
  }

  private boolean run(String text) throws SQLException {
    try (ResultSet rows = statement.executeQuery(text)) {
      return rows.next();
    }
  }
}
