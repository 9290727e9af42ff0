package io.partikey.benchmarks.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A store that is reached through JDBC. A connection stays open as long as the store, so that
 * nothing is opened between rounds.
 */
abstract class JdbcStore implements Store {
  private static final int ROWS_OF_A_BATCH = 1000;

  private final List<Connection> connections = new ArrayList<>();

  /** A new connection. */
  abstract Connection connect(boolean durable) throws SQLException;

  /** The statements that make a table of orders with its index. */
  abstract List<String> definition(String table, Shape shape, Index index);

  /** The statement that makes the table of products. */
  abstract String products();

  /** A connection that is closed with the store. */
  final Connection open(boolean durable) throws SQLException {
    Connection connection = connect(durable);
    connections.add(connection);
    return connection;
  }

  @Override
  public final void fill(Orders orders, Index index) throws SQLException {
    Connection connection = open(false);
    execute(connection, definition("Orders", orders.shape(), index));
    execute(connection, List.of(products()));
    insert(connection, "Orders", orders);
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO Products (Product, Name) VALUES (?, ?)")) {
      for (int i = 0; i < orders.products(); i++) {
        insert.setString(1, "P" + i);
        insert.setString(2, "The product of number " + i);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public Operation operation(Action action, boolean durable) throws Exception {
    Connection connection = open(durable);
    if (!action.fillsATable()) {
      return new JdbcOperations(connection).of(action);
    }
    return new NewTable(connection) {
      @Override
      public int run(Keys keys) throws SQLException {
        execute(connection, definition(name(), keys.orders().shape(), Index.PLAIN));
        insert(connection, name(), keys.orders());
        return keys.orders().count();
      }
    };
  }

  /** An operation that fills a table of a new name each time. */
  abstract static class NewTable implements Operation {
    private final Connection connection;
    private int number;

    NewTable(Connection connection) {
      this.connection = connection;
    }

    /** The name of the table that is filled in this round. */
    final String name() {
      return "Loaded" + number;
    }

    @Override
    public void prepare() throws SQLException {
      if (number > 0) {
        execute(connection, List.of("DROP TABLE " + name()));
      }
      number++;
    }
  }

  /** Fills a table in transactions of as many rows as a batch has. */
  private static void insert(Connection connection, String table, Orders orders)
      throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table + JdbcOperations.INSERT)) {
      for (int i = 0; i < orders.count(); i++) {
        JdbcOperations.set(insert, orders.order(i));
        insert.addBatch();
        if ((i + 1) % ROWS_OF_A_BATCH == 0) {
          insert.executeBatch();
          connection.commit();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  /** Runs statements that give no rows. */
  static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
