package io.partikey.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whether four writers of a million items wait longer, at most, while an index is built on them and
 * dropped, over and over. The answer is the last percentile, with {@code building} and without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Threads(4)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 20)
@NullUnmarked
public class HowLongDoesAWriteWaitForAnIndex {
  private static final int BOOKINGS = 1_000_000;

  /** Whether an index is built meanwhile. */
  @Param({"false", "true"})
  boolean building;

  /** When a write is acknowledged. */
  @Param({"commit", "periodic"})
  String durability;

  private TemporaryDirectory directory;
  private FlightsDatabase database;
  private Thread builder;
  private volatile boolean ended;

  /** A writer's own connection. */
  @State(Scope.Thread)
  public static class Writer {
    private Connection connection;
    private PreparedStatement update;

    /** Connects. */
    @Setup
    public void open(HowLongDoesAWriteWaitForAnIndex shared) throws SQLException {
      connection = DriverManager.getConnection(shared.url());
      update =
          connection.prepareStatement(
              "UPDATE Bookings SET Price = ? WHERE Flight = ? AND Seat = ?");
    }

    /** Disconnects. */
    @TearDown
    public void close() throws SQLException {
      connection.close();
    }
  }

  private String url() {
    return directory.url("?durability=" + durability);
  }

  /** Fills the table and begins to build. */
  @Setup
  public void open() throws SQLException {
    directory = new TemporaryDirectory();
    database = new FlightsDatabase(url(), BOOKINGS);
    if (building) {
      builder = new Thread(this::build, "builder");
      builder.start();
    }
  }

  private void build() {
    try (Statement statement = database.connection().createStatement()) {
      while (!ended) {
        statement.execute("CREATE INDEX ByPrice ON Bookings (Price) KEYS ONLY");
        statement.execute("DROP INDEX ByPrice ON Bookings");
      }
    } catch (SQLException failed) {
      if (!ended) {
        throw new IllegalStateException(failed);
      }
    }
  }

  /** Removes the database. */
  @TearDown
  public void close() throws SQLException, InterruptedException {
    ended = true;
    if (builder != null) {
      builder.join();
    }
    database.close();
    directory.close();
  }

  /** A write of one item by its full key. */
  @Benchmark
  public int write(Writer writer) throws SQLException {
    int booking = ThreadLocalRandom.current().nextInt(BOOKINGS);
    writer.update.setInt(1, ThreadLocalRandom.current().nextInt(400));
    writer.update.setString(2, FlightsDatabase.flight(booking / FlightsDatabase.SEATS));
    writer.update.setInt(3, booking % FlightsDatabase.SEATS);
    return writer.update.executeUpdate();
  }
}
