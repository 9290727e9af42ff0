package io.partikey.planner.equivalence;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.SetConstructor;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.parser.ast.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What SET and REMOVE make of an item, and the parts of it that they name. */
final class ReferenceUpdates {
  private final ReferenceExpressions expressions;

  ReferenceUpdates(ReferenceExpressions expressions) {
    this.expressions = expressions;
  }

  /** The item after an update. */
  Item updated(Item before, UpdateStatement update) {
    Frame frame = Frame.inside(null).with("", Optional.of(before.asMap()));
    Map<String, AttributeValue> after = new LinkedHashMap<>(before.attributes());
    for (UpdateClause clause : update.clauses()) {
      if (clause instanceof UpdateClause.Set set) {
        for (Assignment assignment : set.assignments()) {
          Optional<AttributeValue> value = operand(assignment.value(), frame);
          if (value.isPresent()) {
            put(after, assignment.target(), value.get());
          } else {
            remove(after, assignment.target());
          }
        }
      } else {
        ((UpdateClause.Remove) clause).paths().forEach(path -> remove(after, path));
      }
    }
    return new Item(after);
  }

  /** The parts of an item that an update names. */
  static Item modified(Item item, UpdateStatement update) {
    Map<String, AttributeValue> named = new LinkedHashMap<>();
    for (UpdateClause clause : update.clauses()) {
      List<ExpressionSyntax> targets =
          clause instanceof UpdateClause.Set set
              ? set.assignments().stream().map(Assignment::target).toList()
              : ((UpdateClause.Remove) clause).paths();
      targets.forEach(target -> copy(item, target, named));
    }
    return new Item(named);
  }

  private static void copy(Item item, ExpressionSyntax target, Map<String, AttributeValue> named) {
    String name = target instanceof Variable variable ? variable.name().value() : parent(target);
    AttributeValue value = item.get(name);
    if (target instanceof Variable && value != null) {
      named.put(name, value);
    } else if (value instanceof MapValue map && map.members().containsKey(member(target))) {
      Map<String, AttributeValue> members = new LinkedHashMap<>();
      if (named.get(name) instanceof MapValue known) {
        members.putAll(known.members());
      }
      members.put(member(target), map.members().get(member(target)));
      named.put(name, new MapValue(members));
    }
  }

  private static void put(
      Map<String, AttributeValue> item, ExpressionSyntax target, AttributeValue value) {
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

  private static void remove(Map<String, AttributeValue> item, ExpressionSyntax target) {
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

  private static String parent(ExpressionSyntax path) {
    return ((Variable) ((PathExpression) path).root()).name().value();
  }

  private static String member(ExpressionSyntax path) {
    return ((PathStepSyntax.Attribute) ((PathExpression) path).steps().get(0)).name().value();
  }

  private Optional<AttributeValue> operand(ExpressionSyntax written, Frame frame) {
    if (written instanceof ArithmeticSyntax arithmetic) {
      BigDecimal left = number(required(arithmetic.left(), frame));
      BigDecimal right = number(required(arithmetic.right(), frame));
      return Optional.of(
          new NumberValue(
              arithmetic.operator() == ArithmeticSyntax.Operator.ADD
                  ? left.add(right)
                  : left.subtract(right)));
    }
    if (written instanceof FunctionCallSyntax call) {
      ExpressionSyntax first = call.arguments().get(0);
      return switch (call.lowerCaseName()) {
        case "if_not_exists" -> {
          Optional<AttributeValue> known = expressions.value(first, frame);
          yield known.isPresent() ? known : operand(call.arguments().get(1), frame);
        }
        case "list_append" -> Optional.of(appended(call, frame));
        case "set_add", "set_delete" ->
            changedSet(
                call.lowerCaseName().equals("set_add"),
                expressions.value(first, frame),
                required(call.arguments().get(1), frame));
        default -> expressions.value(written, frame);
      };
    }
    return written instanceof Variable || written instanceof PathExpression
        ? Optional.of(required(written, frame))
        : expressions.value(written, frame);
  }

  private AttributeValue required(ExpressionSyntax written, Frame frame) {
    Optional<AttributeValue> value =
        written instanceof Variable || written instanceof PathExpression
            ? expressions.value(written, frame)
            : operand(written, frame);
    return value.orElseThrow(() -> invalid("an operand is missing"));
  }

  private ListValue appended(FunctionCallSyntax call, Frame frame) {
    List<AttributeValue> elements = new ArrayList<>();
    for (ExpressionSyntax argument : call.arguments()) {
      if (!(required(argument, frame) instanceof ListValue list)) {
        throw invalid("no list");
      }
      elements.addAll(list.elements());
    }
    return new ListValue(elements);
  }

  private static Optional<AttributeValue> changedSet(
      boolean add, Optional<AttributeValue> before, AttributeValue change) {
    if (!change.type().isSet() || before.filter(set -> set.type() != change.type()).isPresent()) {
      throw invalid("no set of this type");
    }
    List<AttributeValue> elements =
        new ArrayList<>(before.map(ReferenceOrder::elements).orElse(List.of()));
    elements.removeAll(ReferenceOrder.elements(change));
    if (add) {
      elements.addAll(ReferenceOrder.elements(change));
    }
    return elements.isEmpty() ? Optional.empty() : Optional.of(SetConstructor.setOf(elements));
  }

  private static BigDecimal number(AttributeValue value) {
    if (value instanceof NumberValue number) {
      return number.value();
    }
    throw invalid("no number");
  }

  private static EngineException invalid(String message) {
    return new EngineException(ErrorCode.VALIDATION, message);
  }
}
