package io.partikey.benchmarks.compare;

import java.util.List;

/** The tables of the peers that have a schema. */
final class PeerTables {
  private PeerTables() {}

  /** The statements that make a table of orders with its index. */
  static List<String> definition(
      String table, String text, String number, String suffix, Index index) {
    String create =
        "CREATE TABLE %1$s (Customer %2$s, OrderID %3$s, City %2$s, Product %2$s, Total %3$s, Note %2$s, PRIMARY KEY (Customer, OrderID))%4$s"
            .formatted(table, text, number, suffix);
    return switch (index) {
      case NONE -> List.of(create);
      case PLAIN -> List.of(create, index(table, "City"));
      case COVERING ->
          List.of(create, index(table, "City, Customer, OrderID, Product, Total, Note"));
    };
  }

  private static String index(String table, String columns) {
    return "CREATE INDEX %1$sByCity ON %1$s (%2$s)".formatted(table, columns);
  }
}
