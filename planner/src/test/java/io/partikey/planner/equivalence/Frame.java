package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What names mean where an expression of the reference interpreter stands: the variables of its
 * FROM, then those of the query around it; in a group also the frames of its rows, and what its
 * keys are, by their text.
 */
record Frame(
    @Nullable Frame outer,
    List<Variable> variables,
    @Nullable List<Frame> group,
    Map<String, Optional<AttributeValue>> keys) {
  Frame {
    variables = List.copyOf(variables);
  }

  /**
   * A name in FROM with what it stands for in this row; empty for MISSING.
   *
   * @param shown what a star shows of it
   */
  record Variable(
      String name, Optional<AttributeValue> value, Optional<? extends AttributeValue> shown) {
    Variable(String name, Optional<AttributeValue> value) {
      this(name, value, value);
    }
  }

  /** The frame of a row without variables. */
  static Frame inside(@Nullable Frame outer) {
    return new Frame(outer, List.of(), null, Map.of());
  }

  /** This row with one more variable. */
  Frame with(String name, Optional<AttributeValue> value) {
    return with(List.of(new Variable(name, value)));
  }

  /** This row with those variables too. */
  Frame with(List<Variable> others) {
    List<Variable> all = new ArrayList<>(variables);
    all.addAll(others);
    return new Frame(outer, all, group, keys);
  }

  /** The frame of a group, in which a name means what it does in the first row. */
  static Frame ofGroup(
      @Nullable Frame outer, List<Frame> rows, Map<String, Optional<AttributeValue>> keys) {
    List<Variable> first = rows.isEmpty() ? List.of() : rows.get(0).variables;
    return new Frame(outer, first, List.copyOf(rows), keys);
  }

  /** What a name alone means: a variable, here or further out, or else an attribute. */
  Optional<AttributeValue> value(String name) {
    return variable(name)
        .map(Variable::value)
        .orElseGet(() -> member(variables.get(0).value(), name));
  }

  /** The variable of a name, here or further out. */
  Optional<Variable> variable(String name) {
    Optional<Variable> own = variables.stream().filter(v -> v.name().equals(name)).findFirst();
    return own.isPresent() || outer == null ? own : outer.variable(name);
  }

  /** A member of a value, MISSING unless it is a map with it. */
  static Optional<AttributeValue> member(Optional<AttributeValue> value, String name) {
    return value.isPresent() && value.get() instanceof MapValue map
        ? Optional.ofNullable(map.members().get(name))
        : Optional.empty();
  }
}
