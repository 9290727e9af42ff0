package io.partikey.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * How many items a second one connection or eight write with an entry of an index each, every one a
 * commit of its own that is on disk when it is acknowledged. The disk decides: beside it stands how
 * often a file can be appended to and forced to that disk.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
@NullUnmarked
public class HowManyDurableWritesASecond {
  /** When commits are acknowledged; on disk, or at once for comparison. */
  @Param("commit")
  String durability;

  private final AtomicLong number = new AtomicLong();
  private TemporaryDirectory directory;
  private Connection owner;

  /** Makes the database. */
  @Setup
  public void open() throws SQLException {
    directory = new TemporaryDirectory();
    owner = connect();
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          "CREATE TABLE Bookings (Flight STRING, Seat NUMBER, Passenger STRING,"
              + " PRIMARY KEY (Flight, Seat), GLOBAL INDEX ByPassenger (Passenger, Flight))");
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(directory.url("?durability=" + durability));
  }

  /** Removes the database. */
  @TearDown
  public void close() throws SQLException {
    owner.close();
    directory.close();
  }

  /** The connection of a thread. */
  @State(Scope.Thread)
  public static class Writer {
    private Connection connection;
    private PreparedStatement insert;

    /** Connects. */
    @Setup(Level.Trial)
    public void open(HowManyDurableWritesASecond database) throws SQLException {
      connection = database.connect();
      insert =
          connection.prepareStatement(
              "INSERT INTO Bookings (Flight, Seat, Passenger, Price, Note) VALUES (?, ?, ?, ?, ?)");
    }

    /** Disconnects. */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** One connection. */
  @Benchmark
  @Threads(1)
  public int oneConnection(Writer writer) throws SQLException {
    return write(writer);
  }

  /** Eight connections. */
  @Benchmark
  @Threads(8)
  public int eightConnections(Writer writer) throws SQLException {
    return write(writer);
  }

  private int write(Writer writer) throws SQLException {
    long seat = number.getAndIncrement();
    writer.insert.setString(1, FlightsDatabase.flight((int) (seat % 1000)));
    writer.insert.setLong(2, seat);
    writer.insert.setString(3, "P" + seat % 9973);
    writer.insert.setLong(4, 50 + seat % 400);
    writer.insert.setString(5, "a window, and a meal without nuts");
    return writer.insert.executeUpdate();
  }

  /** A file that is appended to. */
  @State(Scope.Thread)
  public static class Log {
    private final ByteBuffer commit = ByteBuffer.allocate(400);
    private TemporaryDirectory directory;
    private FileChannel file;

    /** Makes the file. */
    @Setup(Level.Trial)
    public void open() throws IOException {
      directory = new TemporaryDirectory();
      file =
          FileChannel.open(directory.file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Removes the file. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
      file.close();
      directory.close();
    }
  }

  /** What the disk allows: as much as the log of a commit, appended and forced to it. */
  @Benchmark
  @Threads(1)
  public long forcedAppend(Log log) throws IOException {
    log.commit.rewind();
    log.file.write(log.commit);
    log.file.force(false);
    return log.file.position();
  }
}
