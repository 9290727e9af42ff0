package io.partikey.planner.equivalence;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.parser.ast.Arithmetic;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.FunctionCall;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStep;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.parser.ast.Variable;
import java.math.BigDecimal;
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

  /** Carries a write out; how many items it changed. */
  int write(Statement statement) {
    if (statement instanceof InsertStatement insert) {
      return insert(insert);
    }
    if (statement instanceof UpdateStatement update) {
      return change(
          update.target().name().parts().get(0).value(),
          update.where(),
          each -> updated(each, update));
    }
    DeleteStatement delete = (DeleteStatement) statement;
    return change(
        delete.target().name().parts().get(0).value(), delete.where(), each -> Optional.empty());
  }

  private interface Change {
    Optional<Item> of(Item before);
  }

  private int change(String table, @Nullable Expression where, Change change) {
    List<Item> after = new ArrayList<>();
    int count = 0;
    for (Item item : database.items(table)) {
      if (where == null || queries.expressions().isTrue(where, frame(item))) {
        change.of(item).ifPresent(after::add);
        count++;
      } else {
        after.add(item);
      }
    }
    database.items(table).clear();
    database.items(table).addAll(after);
    return count;
  }

  private static Frame frame(Item item) {
    return Frame.inside(null).with("", Optional.of(item.asMap()));
  }

  private Optional<Item> updated(Item before, UpdateStatement update) {
    Map<String, AttributeValue> after = new LinkedHashMap<>(before.attributes());
    for (UpdateClause clause : update.clauses()) {
      if (clause instanceof UpdateClause.Set set) {
        for (Assignment assignment : set.assignments()) {
          put(after, assignment.target(), operand(assignment.value(), frame(before)));
        }
      } else {
        ((UpdateClause.Remove) clause).paths().forEach(path -> remove(after, path));
      }
    }
    return Optional.of(new Item(after));
  }

  private static void put(
      Map<String, AttributeValue> item, Expression target, AttributeValue value) {
    if (target instanceof Variable variable) {
      item.put(variable.name().value(), value);
      return;
    }
    String parent = parent(target);
    if (!(item.get(parent) instanceof MapValue map)) {
      throw invalid("the document path is invalid");
    }
    Map<String, AttributeValue> members = new LinkedHashMap<>(map.members());
    members.put(member(target), value);
    item.put(parent, new MapValue(members));
  }

  private static void remove(Map<String, AttributeValue> item, Expression target) {
    if (target instanceof Variable variable) {
      item.remove(variable.name().value());
      return;
    }
    if (!(item.get(parent(target)) instanceof MapValue map)) {
      throw invalid("the document path is invalid");
    }
    Map<String, AttributeValue> members = new LinkedHashMap<>(map.members());
    members.remove(member(target));
    item.put(parent(target), new MapValue(members));
  }

  private static String parent(Expression path) {
    return ((Variable) ((PathExpression) path).root()).name().value();
  }

  private static String member(Expression path) {
    return ((PathStep.Attribute) ((PathExpression) path).steps().get(0)).name().value();
  }

  private AttributeValue operand(Expression written, Frame frame) {
    if (written instanceof Arithmetic arithmetic) {
      BigDecimal left = number(operand(arithmetic.left(), frame));
      BigDecimal right = number(operand(arithmetic.right(), frame));
      return new NumberValue(
          arithmetic.operator() == Arithmetic.Operator.ADD
              ? left.add(right)
              : left.subtract(right));
    }
    if (written instanceof FunctionCall call && call.lowerCaseName().equals("if_not_exists")) {
      return queries
          .expressions()
          .value(call.arguments().get(0), frame)
          .orElseGet(() -> operand(call.arguments().get(1), frame));
    }
    if (written instanceof FunctionCall call && call.lowerCaseName().equals("list_append")) {
      List<AttributeValue> elements = new ArrayList<>();
      for (Expression argument : call.arguments()) {
        if (!(operand(argument, frame) instanceof ListValue list)) {
          throw invalid("no list");
        }
        elements.addAll(list.elements());
      }
      return new ListValue(elements);
    }
    return queries
        .expressions()
        .value(written, frame)
        .orElseThrow(() -> invalid("an operand is missing"));
  }

  private static BigDecimal number(AttributeValue value) {
    if (value instanceof NumberValue number) {
      return number.value();
    }
    throw invalid("no number");
  }

  private int insert(InsertStatement insert) {
    String table = insert.table().parts().get(0).value();
    List<String> key =
        database.description(table).key().attributes().stream().map(KeyAttribute::name).toList();
    List<Item> after = new ArrayList<>(database.items(table));
    Set<List<AttributeValue>> given = new LinkedHashSet<>();
    List<Item> items = given(insert.source());
    for (Item item : items) {
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
    return ((InsertSource.Items) source)
        .items().stream()
            .map(each -> item(queries.expressions().value(each, Frame.inside(null))))
            .toList();
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
