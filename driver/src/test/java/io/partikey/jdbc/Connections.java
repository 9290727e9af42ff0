package io.partikey.jdbc;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.dynamodb.request.RequestTokens;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Connections over fakes and other backends, and the values that tests are made of. */
final class Connections {
  private Connections() {}

  /** A connection with properties, given as names and values in turn. */
  static PartiKeyConnection open(Backend backend, QueryPlanner planner, String... properties)
      throws SQLException {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      given.put(properties[i], properties[i + 1]);
    }
    ConnectionConfig config = ConnectionConfig.of(PropertyValues.of(given, null));
    Session session = new Session(config, backend, planner, new RequestTokens(), backend::close);
    return new PartiKeyConnection(session, "jdbc:partikey:mem:test");
  }

  static List<ResultColumn> columns(String... labels) {
    return Arrays.stream(labels)
        .map(label -> ResultColumn.computed(label, Set.of(AttributeType.S)))
        .toList();
  }

  static ResultColumn column(String label, AttributeType... types) {
    return ResultColumn.computed(label, Set.of(types));
  }

  /** A column that shows an attribute of a table. */
  static ResultColumn attribute(String table, String name, boolean key, AttributeType... types) {
    return new ResultColumn(name, Optional.of(name), Optional.of(table), Set.of(types), key);
  }

  static AttributeValue text(String text) {
    return new StringValue(text);
  }

  static AttributeValue number(String text) {
    return NumberValue.parse(text);
  }

  /** A row, in which a null is a missing value. */
  static List<AttributeValue> row(@Nullable AttributeValue... values) {
    return Arrays.asList(values);
  }
}
