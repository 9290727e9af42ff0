package io.partikey.planner.search;

import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.planner.api.KnownAttributes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Items of a design for one statement: attributes that the statement names have the values that it
 * names, so that some of the items meet its conditions and tables have pairs.
 */
final class CureData {
  private static final int ITEMS = 24;

  private final Random random = new Random(7);
  private final TableDesign design;
  private final Conditioned statement;
  private final List<AttributeValue> texts = new ArrayList<>();
  private final List<AttributeValue> numbers = new ArrayList<>();

  private CureData(TableDesign design, String statement) {
    this.design = design;
    this.statement = new Conditioned(statement);
    texts.add(new StringValue("1"));
    numbers.add(NumberValue.of(1));
    for (Node literal : this.statement.literals()) {
      if (literal instanceof StringLiteral text && !text.value().isEmpty()) {
        texts.add(new StringValue(text.value()));
      } else if (literal instanceof NumberLiteral number) {
        numbers.add(new NumberValue(new BigDecimal(number.text())));
        texts.add(new StringValue(number.text()));
      }
    }
    texts.add(new StringValue("another"));
    numbers.add(NumberValue.of(1_000));
  }

  /** Statements that put the items into the tables. */
  static List<String> of(TableDesign design, String statement) {
    CureData data = new CureData(design, statement);
    List<String> names = data.statement.names();
    return design.catalog().tables().values().stream()
        .filter(table -> names.contains(table.name()))
        .map(data::items)
        .toList();
  }

  private String items(TableDescription table) {
    Set<String> names = new LinkedHashSet<>(KnownAttributes.of(table).keySet());
    names.addAll(statement.names());
    Map<String, String> items = new LinkedHashMap<>();
    items.put("first", first(table));
    for (int i = 0; i < ITEMS; i++) {
      Map<String, String> item = new LinkedHashMap<>();
      for (String name : names) {
        if (isComplete(table, name) || random.nextInt(5) > 0) {
          item.put(name, LiteralText.of(value(table, name)));
        }
      }
      items.put(
          table.key().attributes().stream()
              .map(attribute -> item.get(attribute.name()))
              .collect(Collectors.joining(" ")),
          text(item));
    }
    return "INSERT INTO " + table.name() + " VALUES " + String.join(", ", items.values());
  }

  private static String text(Map<String, String> item) {
    return item.entrySet().stream()
        .map(member -> "'" + member.getKey() + "': " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** An item with a key of its own that is in those indexes alone that hold every item. */
  private String first(TableDescription table) {
    Map<String, String> item = new LinkedHashMap<>();
    KnownAttributes.of(table)
        .forEach(
            (name, type) -> {
              if (isComplete(table, name)) {
                item.put(name, type == AttributeType.N ? "999" : "'first'");
              }
            });
    return text(item);
  }

  /**
   * Whether every item has an attribute: one of the table's key, or of an index that has them all.
   */
  private boolean isComplete(TableDescription table, String attribute) {
    long items = design.statistics(table.name()).table().items();
    return table.key().contains(attribute)
        || table.indexes().stream()
            .filter(index -> design.statistics(table.name()).of(index.name()).items() == items)
            .map(IndexDescription::key)
            .anyMatch(key -> key.contains(attribute));
  }

  private AttributeValue value(TableDescription table, String attribute) {
    AttributeType type =
        KnownAttributes.of(table).getOrDefault(attribute, typeInStatement(attribute));
    List<AttributeValue> values = type == AttributeType.N ? numbers : texts;
    return values.get(random.nextInt(values.size()));
  }

  private AttributeType typeInStatement(String attribute) {
    return statement.isNumber(attribute) ? AttributeType.N : AttributeType.S;
  }
}
