package io.partikey.planner.execute;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.plan.RowLayout;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables, values and expressions that tests of execution are written with. */
public final class TestData {
  /** Users(id S): a key of one attribute. */
  public static final TableDescription USERS =
      new TableDescription(
          "Users",
          new KeySchema(List.of(new KeyAttribute("id", AttributeType.S)), List.of()),
          List.of(),
          List.of(),
          Optional.empty(),
          1);

  /** Index ByStatus(status S, amount N) of Orders, which projects the keys alone. */
  public static final IndexDescription BY_STATUS =
      IndexDescription.active(
          "ByStatus",
          IndexKind.GLOBAL,
          new KeySchema(
              List.of(new KeyAttribute("status", AttributeType.S)),
              List.of(new KeyAttribute("amount", AttributeType.N))),
          Projection.KEYS_ONLY);

  /** Index ByPlace(country S, city S; year N, month N) of Orders, which projects everything. */
  public static final IndexDescription BY_PLACE =
      IndexDescription.active(
          "ByPlace",
          IndexKind.GLOBAL,
          new KeySchema(
              List.of(
                  new KeyAttribute("country", AttributeType.S),
                  new KeyAttribute("city", AttributeType.S)),
              List.of(
                  new KeyAttribute("year", AttributeType.N),
                  new KeyAttribute("month", AttributeType.N))),
          Projection.ALL);

  /** Orders(customer S, number N) with both indexes. */
  public static final TableDescription ORDERS =
      new TableDescription(
          "Orders",
          new KeySchema(
              List.of(new KeyAttribute("customer", AttributeType.S)),
              List.of(new KeyAttribute("number", AttributeType.N))),
          List.of(BY_STATUS, BY_PLACE),
          List.of(),
          Optional.empty(),
          1);

  /** Notes(owner S, title S): a sort key of strings. */
  public static final TableDescription NOTES =
      new TableDescription(
          "Notes",
          new KeySchema(
              List.of(new KeyAttribute("owner", AttributeType.S)),
              List.of(new KeyAttribute("title", AttributeType.S))),
          List.of(),
          List.of(),
          Optional.empty(),
          1);

  private TestData() {}

  /** The value that a Java object stands for, null for NULL. */
  public static AttributeValue value(@Nullable Object object) {
    if (object == null) {
      return NullValue.NULL;
    }
    if (object instanceof AttributeValue value) {
      return value;
    }
    if (object instanceof String text) {
      return new StringValue(text);
    }
    if (object instanceof Boolean bool) {
      return BooleanValue.of(bool);
    }
    if (object instanceof Number number) {
      return new NumberValue(new BigDecimal(number.toString()));
    }
    if (object instanceof List<?> list) {
      return new ListValue(list.stream().map(TestData::value).toList());
    }
    if (object instanceof Set<?> set) {
      return StringSetValue.of(set.stream().map(String.class::cast).toList());
    }
    throw new IllegalArgumentException("no value: " + object);
  }

  /** The item of names and values in turn. */
  public static Item item(Object... namesAndValues) {
    return new Item(map(namesAndValues).members());
  }

  /** The map of names and values in turn. */
  public static MapValue map(Object... namesAndValues) {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return new MapValue(members);
  }

  public static Expression literal(@Nullable Object object) {
    return new Literal(value(object));
  }

  public static Expression missing() {
    return new Literal(null);
  }

  public static List<Expression> literals(Object... objects) {
    return List.of(objects).stream().map(TestData::literal).toList();
  }

  public static Expression parameter(int index) {
    return new Parameter(index);
  }

  public static Expression attribute(String name) {
    return new AttributeReference(name);
  }

  public static Expression column(int index) {
    return new ColumnReference(index);
  }

  public static Expression equal(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.EQUAL, left, right);
  }

  public static Expression greater(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.GREATER, left, right);
  }

  /** The layout of these attributes. */
  public static RowLayout columns(String... attributes) {
    return new RowLayout(List.of(attributes), false);
  }

  /** The layout of whole items. */
  public static RowLayout whole() {
    return new RowLayout(List.of(), true);
  }

  /** The row of the values that objects stand for. */
  static PlanRow row(@Nullable Object... objects) {
    @Nullable AttributeValue[] values = new @Nullable AttributeValue[objects.length];
    for (int i = 0; i < objects.length; i++) {
      values[i] = objects[i] == Missing.MISSING ? null : value(objects[i]);
    }
    return PlanRow.of(values);
  }

  /** Stands for the value that is not there. */
  enum Missing {
    MISSING
  }
}
