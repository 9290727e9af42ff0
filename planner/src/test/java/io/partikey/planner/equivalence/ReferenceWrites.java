package io.partikey.planner.equivalence;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.Returning;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UpdateStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries writes out in the plainest way, on the lists of a reference database: all of a statement,
 * or nothing and an error.
 */
final class ReferenceWrites {
  private final ReferenceDatabase database;
  private final ReferenceQueries queries;

  ReferenceWrites(ReferenceDatabase database, List<AttributeValue> parameters) {
    this.database = database;
    this.queries = new ReferenceQueries(database, parameters);
  }

  /**
   * What a write did.
   *
   * @param count how many items it changed
   * @param returned what RETURNING answers
   */
  record Result(int count, List<Item> returned) {}

  /** Carries a write out. */
  Result write(Statement statement) {
    if (statement instanceof InsertStatement insert) {
      refuseKeys(new ReferenceKeyRule(database::key, queries.expressions()).refuses(insert));
      return new Result(insert(insert), List.of());
    }
    if (statement instanceof UpdateStatement update) {
      ReferenceUpdates updates = new ReferenceUpdates(queries.expressions());
      return change(
          update.target().name().parts().get(0).value(),
          update.where(),
          before -> Optional.of(updates.updated(before, update)),
          (before, after) -> returned(update, before, after));
    }
    DeleteStatement delete = (DeleteStatement) statement;
    return change(
        delete.target().name().parts().get(0).value(),
        delete.where(),
        before -> Optional.empty(),
        (before, after) -> delete.returning() == null ? Item.EMPTY : before);
  }

  private static Item returned(UpdateStatement update, Item before, Item after) {
    if (update.returning() == null) {
      return Item.EMPTY;
    }
    Item image = update.returning().image() == Returning.Image.OLD ? before : after;
    return switch (update.returning().scope()) {
      case ALL -> image;
      case MODIFIED -> ReferenceUpdates.modified(image, update);
    };
  }

  private static void refuseKeys(boolean refused) {
    if (refused) {
      throw invalid("a key is compared with another type");
    }
  }

  private interface Change {
    Optional<Item> of(Item before);
  }

  private interface Returned {
    Item of(Item before, Item after);
  }

  private Result change(
      String table, @Nullable ExpressionSyntax where, Change change, Returned returned) {
    if (where != null) {
      ReferenceKeyRule rule = new ReferenceKeyRule(database::key, queries.expressions());
      refuseKeys(rule.refuses(table, where));
    }
    List<Item> all = new ArrayList<>();
    List<Item> answered = new ArrayList<>();
    int count = 0;
    for (Item item : database.items(table)) {
      if (where == null || queries.expressions().isTrue(where, frame(item))) {
        Optional<Item> after = change.of(item);
        after.ifPresent(each -> requireTypes(database.description(table), each));
        after.ifPresent(all::add);
        answered.add(returned.of(item, after.orElse(Item.EMPTY)));
        count++;
      } else {
        all.add(item);
      }
    }
    database.items(table).clear();
    database.items(table).addAll(all);
    answered.removeIf(item -> item.attributes().isEmpty());
    return new Result(count, answered);
  }

  private static Frame frame(Item item) {
    return Frame.inside(null).with("", Optional.of(item.asMap()));
  }

  private int insert(InsertStatement insert) {
    String table = insert.table().parts().get(0).value();
    List<String> key =
        database.description(table).key().attributes().stream().map(KeyAttribute::name).toList();
    List<Item> after = new ArrayList<>(database.items(table));
    Set<List<AttributeValue>> given = new LinkedHashSet<>();
    List<Item> items = given(insert.source());
    for (Item item : items) {
      requireTypes(database.description(table), item);
      List<AttributeValue> own = key(item, key);
      if (!given.add(own)) {
        throw invalid("a key is given twice");
      }
      Optional<Item> known = after.stream().filter(each -> key(each, key).equals(own)).findFirst();
      if (known.isPresent() && insert.mode() == InsertStatement.Mode.INSERT) {
        throw new EngineException(ErrorCode.DUPLICATE_ITEM, "duplicate");
      }
      known.ifPresent(after::remove);
      Map<String, AttributeValue> attributes = new LinkedHashMap<>();
      if (insert.mode() == InsertStatement.Mode.UPSERT) {
        known.ifPresent(old -> attributes.putAll(old.attributes()));
      }
      attributes.putAll(item.attributes());
      after.add(new Item(attributes));
    }
    database.items(table).clear();
    database.items(table).addAll(after);
    return items.size();
  }

  private List<Item> given(InsertSource source) {
    if (source instanceof InsertSource.QueryResult query) {
      return queries.answer(query.query(), null).rows().stream()
          .map(ReferenceWrites::item)
          .toList();
    }
    if (source instanceof InsertSource.Rows rows) {
      return rows.rows().stream().map(row -> item(rows.columns(), row.values())).toList();
    }
    return ((InsertSource.Items) source)
        .items().stream()
            .map(each -> item(queries.expressions().value(each, Frame.inside(null))))
            .toList();
  }

  private Item item(List<Identifier> columns, List<ExpressionSyntax> values) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).value();
      queries
          .expressions()
          .value(values.get(i), Frame.inside(null))
          .ifPresent(value -> attributes.put(name, value));
    }
    return new Item(attributes);
  }

  private static void requireTypes(TableDescription table, Item item) {
    List<KeySchema> keys = new ArrayList<>(List.of(table.key()));
    table.indexes().forEach(index -> keys.add(index.key()));
    for (KeySchema key : keys) {
      for (KeyAttribute attribute : key.attributes()) {
        AttributeValue value = item.get(attribute.name());
        if (value != null && value.type() != attribute.type()) {
          throw invalid(attribute.name() + " is in a key and has another type");
        }
      }
    }
  }

  private static Item item(Optional<AttributeValue> value) {
    return new Item(((MapValue) value.orElseThrow()).members());
  }

  private static List<AttributeValue> key(Item item, List<String> key) {
    List<AttributeValue> values = new ArrayList<>();
    for (String name : key) {
      if (item.get(name) == null) {
        throw invalid("no key");
      }
      values.add(Objects.requireNonNull(item.get(name)));
    }
    return values;
  }

  private static EngineException invalid(String message) {
    return new EngineException(ErrorCode.VALIDATION, message);
  }
}
