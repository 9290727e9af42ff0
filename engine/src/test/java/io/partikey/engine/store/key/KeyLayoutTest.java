package io.partikey.engine.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.backend.SortCondition.Bound;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.RandomItems;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.testing.SeededTest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The layout of whole keys, which is part of the file format, and the ranges of queries. */
class KeyLayoutTest {
  private static final KeySchema TABLE =
      new KeySchema(
          List.of(new KeyAttribute("pk", AttributeType.S)),
          List.of(new KeyAttribute("sk", AttributeType.N)));
  private static final KeySchema INDEX =
      new KeySchema(
          List.of(
              new KeyAttribute("tournament", AttributeType.S),
              new KeyAttribute("region", AttributeType.S)),
          List.of(
              new KeyAttribute("round", AttributeType.S),
              new KeyAttribute("bracket", AttributeType.N)));
  private static final StringValue A = new StringValue("a");

  @Test
  void putsObjectAndHashBeforeTheValues() {
    byte[] key = KeyLayout.ofTable(7, TABLE).of(ItemKey.of(A, NumberValue.of(1)));
    assertThat(hex(key)).isEqualTo("00000007" + "bc08481f96e3b568" + "610001" + "038002");
  }

  @Test
  void endsAnEntryInTheKeyOfItsItem() {
    Item item =
        new Item(
            Map.of(
                "pk",
                A,
                "sk",
                NumberValue.of(1),
                "tournament",
                new StringValue("t"),
                "region",
                new StringValue("r"),
                "round",
                new StringValue("u"),
                "bracket",
                NumberValue.of(2)));
    byte[] key = KeyLayout.ofIndex(8, INDEX, TABLE).of(item::get);
    assertThat(hex(key))
        .startsWith("00000008")
        .endsWith("740001" + "720001" + "750001" + "038004" + "610001" + "038002");
  }

  @Test
  void hasNoEntryWhereAKeyAttributeIsMissingEmptyOrOfAnotherType() {
    KeyLayout index =
        KeyLayout.ofIndex(
            8, new KeySchema(List.of(new KeyAttribute("g", AttributeType.S)), List.of()), TABLE);
    assertThat(index.of(item(null)::get)).isNull();
    assertThat(index.of(item(new StringValue(""))::get)).isNull();
    assertThat(index.of(item(NumberValue.of(1))::get)).isNull();
    assertThat(index.of(item(new StringValue("x".repeat(2049)))::get)).isNull();
    assertThat(index.of(item(new StringValue("x".repeat(2048)))::get)).isNotNull();
  }

  @Test
  void refusesConditionsOfOtherTypesThanTheKey() {
    KeyLayout keys = KeyLayout.ofTable(7, TABLE);
    assertThatThrownBy(() -> keys.query(List.of(NumberValue.of(1)), SortCondition.ALL))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "Key attribute's data type should match its data type in table's schema: Key pk");
    assertThatThrownBy(() -> keys.query(List.of(A), SortCondition.equalTo(A)))
        .hasMessage(
            "Key attribute's data type should match its data type in table's schema: Key sk");
    assertThatThrownBy(() -> keys.query(List.of(A, A), SortCondition.ALL))
        .hasMessage("The provided key element does not match the schema");
  }

  @SeededTest
  void rangeHoldsExactlyWhatTheConditionDoes(long seed) {
    Random random = new Random(seed);
    RandomItems items = new RandomItems(random);
    for (int round = 0; round < 20_000; round++) {
      checkARange(random, items);
    }
  }

  private static void checkARange(Random random, RandomItems items) {
    AttributeType type = items.keyType();
    KeyLayout keys =
        KeyLayout.ofTable(
            1,
            new KeySchema(
                List.of(new KeyAttribute("pk", AttributeType.S)),
                List.of(new KeyAttribute("sk", type))));
    @Nullable Bound lower =
        random.nextBoolean() ? new Bound(items.keyValue(type), random.nextBoolean()) : null;
    @Nullable Bound upper =
        random.nextBoolean() ? new Bound(items.keyValue(type), random.nextBoolean()) : null;
    @Nullable AttributeValue prefix =
        type != AttributeType.N && random.nextBoolean() ? items.keyValue(type) : null;
    SortCondition condition = new SortCondition(List.of(), lower, upper, prefix);
    KeyRange range = keys.query(List.of(A), condition);
    for (int i = 0; i < 10; i++) {
      AttributeValue sort = items.keyValue(type);
      assertThat(range.contains(keys.of(ItemKey.of(A, sort))))
          .as("%s in %s", sort, condition)
          .isEqualTo(holds(condition, sort));
    }
  }

  private static boolean holds(SortCondition condition, AttributeValue sort) {
    @Nullable Bound lower = condition.lower();
    @Nullable Bound upper = condition.upper();
    @Nullable AttributeValue prefix = condition.prefix();
    return (lower == null || order(sort, lower.value()) >= (lower.inclusive() ? 0 : 1))
        && (upper == null || order(sort, upper.value()) <= (upper.inclusive() ? 0 : -1))
        && (prefix == null || beginsWith(sort, prefix));
  }

  private static int order(AttributeValue left, AttributeValue right) {
    return Integer.signum(ScalarOrder.compare(left, right).orElseThrow());
  }

  private static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
    if (value instanceof StringValue text && prefix instanceof StringValue start) {
      return text.text().startsWith(start.text());
    }
    byte[] bytes = ((BinaryValue) value).toByteArray();
    byte[] start = ((BinaryValue) prefix).toByteArray();
    return bytes.length >= start.length && Arrays.equals(Arrays.copyOf(bytes, start.length), start);
  }

  private static Item item(@Nullable AttributeValue indexed) {
    return indexed == null
        ? new Item(Map.of("pk", A, "sk", NumberValue.of(1)))
        : new Item(Map.of("pk", A, "sk", NumberValue.of(1), "g", indexed));
  }

  private static String hex(byte @Nullable [] key) {
    return key == null ? "none" : HexFormat.of().formatHex(key);
  }
}
