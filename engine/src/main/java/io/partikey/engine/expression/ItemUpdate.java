package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.PathStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The update of one item: the item before it, the item after it, and the places that it names.
 *
 * <p>All values are computed on the item before the update, and all list indexes are positions in
 * it; the order of the actions does not matter. Attributes keep their order, new ones follow.
 */
public final class ItemUpdate {
  private final Item before;
  private final Item after;
  private final DocumentChange.Members changes;

  private ItemUpdate(Item before, DocumentChange.Members changes) {
    this.before = before;
    this.changes = changes;
    this.after = new Item(changes.appliedTo(before.attributes()));
  }

  /**
   * Applies actions to an item.
   *
   * @throws EngineException with {@code VALIDATION} and the service's message if two targets
   *     overlap, if the parent of a target is missing or is not a map or a list as the target says,
   *     or if a value cannot be computed
   */
  public static ItemUpdate of(Item item, List<UpdateAction> actions, Parameters parameters) {
    requireDistinctTargets(actions);
    return new ItemUpdate(item, members(values(item, actions, parameters), 0));
  }

  private static List<PlacedValue> values(
      Item item, List<UpdateAction> actions, Parameters parameters) {
    Environment environment = Environment.of(item, parameters);
    List<PlacedValue> values = new ArrayList<>(actions.size());
    try {
      for (UpdateAction action : actions) {
        values.add(PlacedValue.of(action, environment));
      }
    } catch (EngineException notComputed) {
      requirePlaces(item, actions, values.size());
      throw notComputed;
    }
    return values;
  }

  // The service looks at the targets in attributes that are there first, then at each target before
  // its value.
  private static void requirePlaces(Item item, List<UpdateAction> actions, int failed) {
    List<PlacedValue> removals = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      DocumentPath target = actions.get(i).target();
      if (i <= failed || item.get(target.attribute()) != null) {
        removals.add(new PlacedValue(PlacedValue.steps(target), null));
      }
    }
    members(removals, 0).appliedTo(item.attributes());
  }

  /**
   * Checks that no target of an update is, or is inside of, another one, and that no two disagree
   * whether a place is a map or a list.
   *
   * @throws EngineException with {@code VALIDATION} and the service's message, naming both
   */
  public static void requireDistinctTargets(List<UpdateAction> actions) {
    TargetOverlap.refuse(actions.stream().map(UpdateAction::target).toList());
  }

  /** The item as it was. */
  public Item before() {
    return before;
  }

  /** The item as the update leaves it. */
  public Item after() {
    return after;
  }

  /**
   * What the item had at the places that the update names, without the rest of it; list elements
   * follow one another in the order of their indexes. Empty where it had nothing there.
   */
  public Item modifiedOld() {
    return new Item(changes.selectedFrom(before.attributes()));
  }

  /** What the item now has at the places that the update names, in the form of the old. */
  public Item modifiedNew() {
    return new Item(changes.selectedFrom(after.attributes()));
  }

  /** A value, null to remove, and the whole way to where it goes. */
  private record PlacedValue(List<PathStep> steps, @Nullable AttributeValue value) {
    static PlacedValue of(UpdateAction action, Environment environment) {
      return new PlacedValue(
          steps(action.target()),
          action instanceof UpdateAction.Set set ? set.value().evaluate(environment) : null);
    }

    static List<PathStep> steps(DocumentPath target) {
      return Stream.concat(
              Stream.of(new PathStep.Member(target.attribute())), target.steps().stream())
          .toList();
    }
  }

  // The targets are distinct, so either one value is placed right here, or all of them are placed
  // in members, or all in elements.
  private static DocumentChange change(List<PlacedValue> values, int depth) {
    PlacedValue first = values.get(0);
    if (first.steps().size() == depth) {
      return new DocumentChange.Replace(first.value());
    }
    return first.steps().get(depth) instanceof PathStep.Member
        ? members(values, depth)
        : elements(values, depth);
  }

  private static DocumentChange.Members members(List<PlacedValue> values, int depth) {
    Map<String, DocumentChange> changes = new LinkedHashMap<>();
    byStep(values, depth)
        .forEach(
            (step, placed) ->
                changes.put(((PathStep.Member) step).name(), change(placed, depth + 1)));
    return new DocumentChange.Members(changes);
  }

  private static DocumentChange.Elements elements(List<PlacedValue> values, int depth) {
    TreeMap<Integer, DocumentChange> changes = new TreeMap<>();
    byStep(values, depth)
        .forEach(
            (step, placed) ->
                changes.put(((PathStep.Element) step).index(), change(placed, depth + 1)));
    return new DocumentChange.Elements(changes);
  }

  private static Map<PathStep, List<PlacedValue>> byStep(List<PlacedValue> values, int depth) {
    Map<PathStep, List<PlacedValue>> groups = new LinkedHashMap<>();
    for (PlacedValue value : values) {
      groups.computeIfAbsent(value.steps().get(depth), step -> new ArrayList<>()).add(value);
    }
    return groups;
  }
}
