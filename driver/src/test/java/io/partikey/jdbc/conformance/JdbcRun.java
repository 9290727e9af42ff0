package io.partikey.jdbc.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.jdbc.conformance.Answer.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs steps as statements of JDBC. */
final class JdbcRun {
  private JdbcRun() {}

  /** What the driver answers to the statement of a step. */
  static Answer run(Connection connection, JsonNode step) {
    try (PreparedStatement statement =
        connection.prepareStatement(step.get("statement").asText())) {
      int position = 1;
      for (JsonNode parameter : step.path("params")) {
        statement.setObject(position++, AttributeValue.fromJson(parameter.toString()));
      }
      List<Item> items = new ArrayList<>();
      if (statement.execute()) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            items.add(DynamoJson.readItem(rows.getString(1)));
          }
        }
      }
      return Answer.of(items);
    } catch (SQLException error) {
      return Answer.of(failure(error));
    } catch (EngineException invalidParameter) {
      return Answer.of(
          new Failure(invalidParameter.code().serviceCode(), invalidParameter.getMessage()));
    }
  }

  /** An error of the driver in this dialect: its code, a colon, its message. */
  static Failure failure(SQLException error) {
    String text = String.valueOf(error.getMessage());
    int colon = text.indexOf(": ");
    return colon < 0
        ? new Failure("", text)
        : new Failure(text.substring(0, colon), text.substring(colon + 2));
  }
}
