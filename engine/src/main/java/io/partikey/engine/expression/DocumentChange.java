package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an update does at one place of a document; a tree that mirrors the document.
 *
 * <pre>
 * SET a.b = 1, c[0] = 2 REMOVE c[3]        Members {a: Members {b: Replace 1},
 *                                                   c: Elements {0: Replace 2, 3: Replace MISSING}}
 * </pre>
 */
sealed interface DocumentChange {
  /**
   * The value that this change makes of the one that is there; null is MISSING on both sides.
   *
   * @throws EngineException with {@code VALIDATION} if parts of a value are to change and it is
   *     missing or has no such parts
   */
  @Nullable AttributeValue applyTo(@Nullable AttributeValue value);

  /** What there is of a value at the places that change, null (MISSING) for nothing. */
  @Nullable AttributeValue selectFrom(@Nullable AttributeValue value);

  /** The whole value becomes another, or is removed where the other is MISSING. */
  record Replace(@Nullable AttributeValue replacement) implements DocumentChange {
    @Override
    public @Nullable AttributeValue applyTo(@Nullable AttributeValue value) {
      return replacement;
    }

    @Override
    public @Nullable AttributeValue selectFrom(@Nullable AttributeValue value) {
      return value;
    }
  }

  /** Members of a map change, each by its own change. */
  record Members(Map<String, DocumentChange> changes) implements DocumentChange {
    @Override
    public AttributeValue applyTo(@Nullable AttributeValue value) {
      if (value instanceof MapValue map) {
        return new MapValue(appliedTo(map.members()));
      }
      throw invalidPath();
    }

    Map<String, AttributeValue> appliedTo(Map<String, AttributeValue> members) {
      Map<String, AttributeValue> changed = new LinkedHashMap<>(members);
      changes.forEach(
          (name, change) -> {
            @Nullable AttributeValue value = change.applyTo(members.get(name));
            if (value == null) {
              changed.remove(name);
              return;
            }
            changed.put(name, value);
          });
      return changed;
    }

    @Override
    public @Nullable AttributeValue selectFrom(@Nullable AttributeValue value) {
      if (!(value instanceof MapValue map)) {
        return null;
      }
      Map<String, AttributeValue> selected = selectedFrom(map.members());
      return selected.isEmpty() ? null : new MapValue(selected);
    }

    Map<String, AttributeValue> selectedFrom(Map<String, AttributeValue> members) {
      Map<String, AttributeValue> selected = new LinkedHashMap<>();
      changes.forEach(
          (name, change) -> {
            @Nullable AttributeValue value = change.selectFrom(members.get(name));
            if (value != null) {
              selected.put(name, value);
            }
          });
      return selected;
    }
  }

  /** Elements of a list change, each by its own change; those past the end are appended. */
  record Elements(SortedMap<Integer, DocumentChange> changes) implements DocumentChange {
    @Override
    public AttributeValue applyTo(@Nullable AttributeValue value) {
      if (!(value instanceof ListValue list)) {
        throw invalidPath();
      }
      List<AttributeValue> changed = new ArrayList<>(list.elements().size() + changes.size());
      for (int i = 0; i < list.elements().size(); i++) {
        AttributeValue element = list.elements().get(i);
        @Nullable DocumentChange change = changes.get(i);
        addPresent(changed, change == null ? element : change.applyTo(element));
      }
      for (DocumentChange appended : changes.tailMap(list.elements().size()).values()) {
        addPresent(changed, appended.applyTo(null));
      }
      return new ListValue(changed);
    }

    @Override
    public @Nullable AttributeValue selectFrom(@Nullable AttributeValue value) {
      if (!(value instanceof ListValue list)) {
        return null;
      }
      List<AttributeValue> selected = new ArrayList<>();
      changes
          .headMap(list.elements().size())
          .forEach((i, change) -> addPresent(selected, change.selectFrom(list.elements().get(i))));
      return selected.isEmpty() ? null : new ListValue(selected);
    }

    private static void addPresent(List<AttributeValue> values, @Nullable AttributeValue value) {
      if (value != null) {
        values.add(value);
      }
    }
  }

  private static EngineException invalidPath() {
    return new EngineException(
        ErrorCode.VALIDATION,
        "The document path provided in the update expression is invalid for update");
  }
}
