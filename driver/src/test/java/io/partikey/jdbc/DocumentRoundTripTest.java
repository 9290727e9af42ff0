package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.testing.SeededTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Documents go through text and back without change: what a grid shows of a list, a map or a set,
 * and writes again, is the value that was there, with its types and all of its digits.
 */
class DocumentRoundTripTest {
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 5_000 : 150;
  private static final int DEEPEST = 4;
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "{\"a\":1}",
          "<<1>>",
          "{{YQ==}}",
          "it's \"quoted\"",
          "\\\n\t\u0000",
          "Zürich ✈ 😀");

  private final Random random = new Random(0);

  private AttributeValue document() {
    return switch (random.nextInt(5)) {
      case 0 -> list(DEEPEST);
      case 1 -> strings();
      case 2 -> numbers();
      case 3 -> binaries();
      default -> map(DEEPEST);
    };
  }

  private AttributeValue value(int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 10)) {
      case 0, 1 -> new StringValue(text());
      case 2 -> number();
      case 3 -> BooleanValue.of(random.nextBoolean());
      case 4 -> NullValue.NULL;
      case 5 -> binary();
      case 6 -> strings();
      case 7 -> random.nextBoolean() ? numbers() : binaries();
      case 8 -> list(depth - 1);
      default -> map(depth - 1);
    };
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private NumberValue number() {
    BigInteger digits = new BigInteger(1 + random.nextInt(126), random);
    BigDecimal number = new BigDecimal(digits, random.nextInt(80) - 40);
    return NumberValue.parse((random.nextBoolean() ? number : number.negate()).toString());
  }

  private BinaryValue binary() {
    byte[] bytes = new byte[random.nextInt(5)];
    random.nextBytes(bytes);
    return BinaryValue.copyOf(bytes);
  }

  private AttributeValue list(int depth) {
    List<AttributeValue> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(value(depth));
    }
    return new ListValue(elements);
  }

  private AttributeValue map(int depth) {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      members.put("m" + random.nextInt(9) + text(), value(depth));
    }
    return new MapValue(members);
  }

  private AttributeValue strings() {
    return AttributeValue.fromJson(
        random.nextBoolean() ? "{\"SS\":[\"a\",\"\"]}" : "{\"SS\":[\"<<\"]}");
  }

  private AttributeValue numbers() {
    return AttributeValue.fromJson("{\"NS\":[\"" + number().toPlainString() + "\"]}");
  }

  private AttributeValue binaries() {
    return AttributeValue.fromJson("{\"BS\":[\"YWI=\",\"\"]}");
  }

  @SeededTest
  void keepsEveryDocument(long seed) throws SQLException {
    random.setSeed(seed);
    try (Connection connection = Airline.open("?documentColumn=true");
        PreparedStatement put =
            connection.prepareStatement("UPSERT INTO SeatsX2026 (id, doc) VALUES ('d', ?)");
        PreparedStatement edit =
            connection.prepareStatement("UPDATE SeatsX2026 SET doc = ? WHERE id = 'd'");
        PreparedStatement same =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM SeatsX2026 WHERE id = 'd' AND doc = ?");
        PreparedStatement get =
            connection.prepareStatement("SELECT * FROM SeatsX2026 WHERE id = 'd'")) {
      for (int round = 0; round < ROUNDS; round++) {
        AttributeValue document = document();
        put.setObject(1, document);
        put.executeUpdate();
        String text = read(get, "doc", String.class);
        same.setString(1, text);
        try (ResultSet rows = same.executeQuery()) {
          rows.next();
          assertThat(rows.getInt(1)).as("round %d: %s", round, text).isEqualTo(1);
        }
        put.setObject(1, new ListValue(List.of()));
        put.executeUpdate();
        edit.setString(1, text);
        edit.executeUpdate();
        assertThat(read(get, "doc", AttributeValue.class))
            .as("round %d: %s", round, text)
            .isEqualTo(document);
        assertThat(read(get, "$doc", String.class)).contains("\"doc\":" + text);
      }
    }
  }

  private static <T> T read(PreparedStatement get, String column, Class<T> type)
      throws SQLException {
    try (ResultSet row = get.executeQuery()) {
      row.next();
      return row.getObject(column, type);
    }
  }

  @Test
  void insertsTheTextOfAWholeItem() throws SQLException {
    try (Connection connection = Airline.open("?documentColumn=true");
        PreparedStatement get =
            connection.prepareStatement(
                "SELECT * FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 1");
        PreparedStatement insert = connection.prepareStatement("INSERT INTO Seats_2026 VALUE ?")) {
      String before = read(get, "$doc", String.class);
      connection
          .createStatement()
          .execute("DELETE FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 1");
      insert.setString(1, before);
      assertThat(insert.executeUpdate()).isEqualTo(1);
      assertThat(read(get, "$doc", String.class)).isEqualTo(before);
    }
  }
}
