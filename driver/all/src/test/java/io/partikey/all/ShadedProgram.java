package io.partikey.all;

import io.partikey.testing.JavaCommand;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;

/** A program with nothing but the jar and itself on its class path, run in a JVM of its own. */
final class ShadedProgram {
  /** Runs the program, with its first argument as the scenario. */
  static JavaCommand command() {
    return JavaCommand.of(ShadedProgram.class).withOnly(ShadedJar.PATH, ShadedProgram.class);
  }

  private ShadedProgram() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "drivers" ->
          DriverManager.drivers().forEach(driver -> print(driver.getClass().getName()));
      case "load" -> {
        Class.forName("io.partikey.jdbc.PartiKeyDriver");
        print(DriverManager.getDriver("jdbc:partikey:mem:x").getPropertyInfo("", null).length);
      }
      case "keyed" -> {
        try (Connection connection = open("?plannerWarmup=false")) {
          writeAndGet(connection);
        }
      }
      case "planned" -> {
        try (Connection connection = open("")) {
          writeAndGet(connection);
          plan(connection);
        }
      }
      case "stopped" -> stopWhatLoadsCalcite(Path.of(arguments[1]).toUri().toURL());
      case "reloaded" -> {
        URL jar = Path.of(arguments[1]).toUri().toURL();
        for (int i = 0; i < 3; i++) {
          executeInAClassLoaderOfItsOwn(jar);
        }
      }
      case "hold" -> {
        try (Connection connection =
            DriverManager.getConnection("jdbc:partikey:file:" + arguments[1])) {
          print(connection.isValid(0) ? "open" : "broken");
          System.in.transferTo(OutputStream.nullOutputStream());
        }
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void executeInAClassLoaderOfItsOwn(URL jar) throws Exception {
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        Connection connection =
            ServiceLoader.load(Driver.class, loader)
                .findFirst()
                .orElseThrow()
                .connect("jdbc:partikey:mem:?plannerWarmup=false", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE Seats (Flight STRING, PRIMARY KEY (Flight))");
      print(statement.executeUpdate("INSERT INTO Seats VALUE {'Flight': 'LH1'}"));
    }
  }

  // Nobody who loads Calcite gets further than its planner, so that only a cancel or the timeout
  // can end a statement.
  private static void stopWhatLoadsCalcite(URL jar) throws Exception {
    try (HeldUpClassLoader loader = new HeldUpClassLoader(jar, ".plan.volcano.VolcanoPlanner")) {
      Driver driver = ServiceLoader.load(Driver.class, loader).findFirst().orElseThrow();
      try (Connection connection =
              driver.connect("jdbc:partikey:mem:?plannerWarmup=false", new Properties());
          Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE Seats (Flight STRING, Seat STRING, PRIMARY KEY (Flight, Seat))");
        CompletableFuture<String> state = CompletableFuture.supplyAsync(() -> stateOf(statement));
        loader.awaitLoading();
        statement.cancel();
        print(state.get());
        statement.setQueryTimeout(1);
        print(stateOf(statement));
        statement.setQueryTimeout(0);
        loader.letGoOn();
        print(stateOf(statement));
      }
    }
  }

  private static String stateOf(Statement statement) {
    try {
      statement.executeQuery("SELECT COUNT(*) FROM Seats WHERE Flight = 'LH1'").close();
      return "executed";
    } catch (SQLException error) {
      return error.getSQLState();
    }
  }

  private static Connection open(String properties) throws SQLException {
    return DriverManager.getConnection("jdbc:partikey:mem:shaded" + properties);
  }

  private static void writeAndGet(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE Seats (Flight STRING, Seat STRING, PRIMARY KEY (Flight, Seat))");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO Seats (Flight, Seat, Price) VALUES (?, ?, ?)")) {
        for (int i = 1; i <= 3; i++) {
          insert.setString(1, "LH1");
          insert.setString(2, String.format(Locale.ROOT, "%02dA", i));
          insert.setInt(3, 100 * i);
          print(insert.executeUpdate());
        }
      }
      print(
          statement.executeUpdate(
              "UPDATE Seats SET Price = 250 WHERE Flight = 'LH1' AND Seat = '02A'"));
      print(statement.executeUpdate("DELETE FROM Seats WHERE Flight = 'LH1' AND Seat = '03A'"));
      show(statement, "SELECT Price FROM Seats WHERE Flight = 'LH1' AND Seat = '02A'");
    }
  }

  private static void plan(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      show(
          statement, "SELECT COUNT(*), SUM(Price) FROM Seats WHERE Flight = 'LH1' AND Seat < '05'");
      show(statement, "SELECT Seat FROM Seats WHERE Flight = 'LH1' ORDER BY Price DESC LIMIT 1");
      try {
        statement.executeQuery("SELECT * FROM Seats WHERE Price > 5");
      } catch (SQLException refused) {
        print(refused.getSQLState());
      }
    }
  }

  private static void show(Statement statement, String text) throws SQLException {
    try (ResultSet rows = statement.executeQuery(text)) {
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        print(line);
      }
    }
  }

  private static void print(Object line) {
    System.out.println(line);
  }
}
