package io.partikey.benchmarks.compare;

import io.partikey.shell.command.Interpreter;
import io.partikey.shell.session.DatabaseAddress;
import io.partikey.shell.session.Display;
import io.partikey.shell.session.Fragment;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** PartiKey through its driver, of this build or of another one. */
final class PartiKeyStore extends JdbcStore {
  private final Driver driver;
  private final Path directory;

  PartiKeyStore(Driver driver, Path directory) {
    this.driver = driver;
    this.directory = directory;
  }

  @Override
  Connection connect(boolean durable) throws SQLException {
    Connection connection = driver.connect(url(durable), new Properties());
    if (connection == null) {
      throw new SQLException("The driver does not know " + url(durable));
    }
    return connection;
  }

  private String url(boolean durable) {
    return "jdbc:partikey:file:"
        + directory.resolve("partikey")
        + "?durability="
        + (durable ? "commit" : "periodic");
  }

  @Override
  List<String> definition(String table, Shape shape, Index index) {
    return List.of(
        "CREATE TABLE "
            + table
            + " (Customer STRING, OrderID NUMBER, City STRING, Product STRING, Total NUMBER,"
            + " Note STRING, PRIMARY KEY (Customer, OrderID)"
            + (index == Index.NONE ? ")" : ", GLOBAL INDEX ByCity (City))"));
  }

  @Override
  String products() {
    return "CREATE TABLE Products (Product STRING, Name STRING, PRIMARY KEY (Product))";
  }

  @Override
  public Operation operation(Action action, boolean durable) throws Exception {
    return action == Action.IMPORT ? importing(open(durable)) : super.operation(action, durable);
  }

  /** Imports by the shell of this build. */
  private Operation importing(Connection connection) {
    return new NewTable(connection) {
      private final Path file = directory.resolve("orders.csv");

      @Override
      public int run(Keys keys) throws SQLException, IOException {
        if (!Files.exists(file)) {
          // In the first round, which is not counted.
          write(keys.orders(), file);
        }
        execute(connection, definition(name(), keys.orders().shape(), Index.PLAIN));
        StringWriter messages = new StringWriter();
        PrintWriter writer = new PrintWriter(messages);
        try (Session session =
            new Session(
                DatabaseAddress.of(url(false)), Settings.DEFAULT, Display.plain(writer, writer))) {
          if (!new Interpreter(session)
              .interpret(Fragment.typed("\\import " + file + " " + name()))) {
            throw new IllegalStateException("\\import failed: " + messages);
          }
        }
        return keys.orders().count();
      }
    };
  }

  private static void write(Orders orders, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("Customer,OrderID,City,Product,Total,Note\n");
      for (int i = 0; i < orders.count(); i++) {
        Order order = orders.order(i);
        out.write(order.customer() + ',' + order.id() + ',' + order.city() + ',');
        out.write(order.product() + ',' + order.total() + ',' + order.note() + '\n');
      }
    }
  }
}
