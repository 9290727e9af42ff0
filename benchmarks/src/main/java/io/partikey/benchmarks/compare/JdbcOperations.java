package io.partikey.benchmarks.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The operations on one connection, in SQL that PartiKey, SQLite and H2 all speak. */
final class JdbcOperations {
  static final String INSERT =
      " (Customer, OrderID, City, Product, Total, Note) VALUES (?, ?, ?, ?, ?, ?)";

  private static final String COLUMNS =
      "SELECT Customer, OrderID, City, Product, Total, Note FROM Orders";
  private static final int QUERIED = 20;
  private static final int IN_A_TRANSACTION = 4;

  private final Connection connection;

  JdbcOperations(Connection connection) {
    this.connection = connection;
  }

  /** An operation of its own prepared statement. */
  Operation of(Action action) throws SQLException {
    return switch (action) {
      case GET -> get();
      case COLLECTION -> collection();
      case QUERY -> query();
      case INDEX -> index();
      case JOIN -> join();
      case INSERT -> insert();
      case UPDATE -> update();
      case TRANSACTION -> transaction();
      case LOAD, IMPORT -> throw new IllegalArgumentException("A store loads by itself: " + action);
    };
  }

  private Operation get() throws SQLException {
    PreparedStatement select =
        connection.prepareStatement(COLUMNS + " WHERE Customer = ? AND OrderID = ?");
    return keys -> {
      setKey(select, 1, keys);
      return readOrders(select, 1);
    };
  }

  private Operation collection() throws SQLException {
    PreparedStatement select = connection.prepareStatement(COLUMNS + " WHERE Customer = ?");
    return keys -> {
      select.setString(1, keys.customer());
      return readOrders(select, Orders.OF_A_CUSTOMER);
    };
  }

  private Operation query() throws SQLException {
    PreparedStatement select =
        connection.prepareStatement(
            COLUMNS + " WHERE Customer = ? AND OrderID >= ? ORDER BY OrderID LIMIT " + QUERIED);
    return keys -> {
      select.setString(1, keys.customer());
      select.setInt(2, keys.below(Orders.OF_A_CUSTOMER - QUERIED));
      return readOrders(select, QUERIED);
    };
  }

  private Operation index() throws SQLException {
    PreparedStatement select = connection.prepareStatement(COLUMNS + " WHERE City = ?");
    return keys -> {
      select.setString(1, keys.city());
      return readOrders(select, Orders.OF_A_CITY);
    };
  }

  private Operation join() throws SQLException {
    PreparedStatement select =
        connection.prepareStatement(
            "SELECT o.OrderID, p.Name FROM Orders AS o JOIN Products AS p"
                + " ON p.Product = o.Product WHERE o.Customer = ?");
    return keys -> {
      select.setString(1, keys.customer());
      try (ResultSet rows = select.executeQuery()) {
        int count = 0;
        while (rows.next()) {
          rows.getInt(1);
          requirePresent(rows.getString(2));
          count++;
        }
        return expect(count, Orders.OF_A_CUSTOMER);
      }
    };
  }

  private Operation insert() throws SQLException {
    PreparedStatement insert = connection.prepareStatement("INSERT INTO Orders" + INSERT);
    return keys -> {
      set(insert, keys.fresh());
      return expect(insert.executeUpdate(), 1);
    };
  }

  private Operation update() throws SQLException {
    PreparedStatement update = prepareUpdate();
    return keys -> {
      setKey(update, 1, keys);
      return expect(update.executeUpdate(), 1);
    };
  }

  private Operation transaction() throws SQLException {
    connection.setAutoCommit(false);
    PreparedStatement update = prepareUpdate();
    return keys -> {
      for (int i = 0; i < IN_A_TRANSACTION; i++) {
        setKey(update, 1, keys);
        expect(update.executeUpdate(), 1);
      }
      connection.commit();
      return 1;
    };
  }

  private PreparedStatement prepareUpdate() throws SQLException {
    return connection.prepareStatement(
        "UPDATE Orders SET Total = Total + 1 WHERE Customer = ? AND OrderID = ?");
  }

  private static void setKey(PreparedStatement statement, int at, Keys keys) throws SQLException {
    int order = keys.order();
    statement.setString(at, keys.orders().customer(order / Orders.OF_A_CUSTOMER));
    statement.setInt(at + 1, order % Orders.OF_A_CUSTOMER);
  }

  /** Sets the parameters of an INSERT. */
  static void set(PreparedStatement insert, Order order) throws SQLException {
    insert.setString(1, order.customer());
    insert.setInt(2, order.id());
    insert.setString(3, order.city());
    insert.setString(4, order.product());
    insert.setInt(5, order.total());
    insert.setString(6, order.note());
  }

  private static int readOrders(PreparedStatement select, int expected) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      int count = 0;
      while (rows.next()) {
        requirePresent(rows.getString(1));
        rows.getInt(2);
        requirePresent(rows.getString(3));
        requirePresent(rows.getString(4));
        rows.getInt(5);
        requirePresent(rows.getString(6));
        count++;
      }
      expect(count, expected);
      return 1;
    }
  }

  private static void requirePresent(String value) {
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException("A column has no value");
    }
  }

  private static int expect(int count, int expected) {
    if (count != expected) {
      throw new IllegalStateException(count + " rows instead of " + expected);
    }
    return 1;
  }
}
