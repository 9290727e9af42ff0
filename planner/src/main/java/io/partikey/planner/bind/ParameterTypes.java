package io.partikey.planner.bind;

import io.partikey.engine.expression.CurrentTime;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.item.AttributeType;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.planner.api.ParameterDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a statement: how many it has, which attributes they meet, which types they have
 * as far as that follows from where they stand, and those that it adds itself, the words for the
 * time at which it runs.
 */
public final class ParameterTypes {
  private final int count;
  private final Map<Integer, AttributeType> types = new HashMap<>();
  private final Map<Integer, ParameterDescription.Attribute> attributes = new HashMap<>();
  private final Set<Integer> numbers = new TreeSet<>();
  private final List<CurrentTime> moments = new ArrayList<>();

  private ParameterTypes(int count) {
    this.count = count;
  }

  /** The parameters of a statement, of which nothing is known but their number. */
  static ParameterTypes of(Node statement) {
    return new ParameterTypes(
        (int) statement.descendants().filter(ParameterSyntax.class::isInstance).count());
  }

  /** Notes what type the values of a parameter have; the first that is known wins. */
  void hasType(int index, AttributeType type) {
    types.putIfAbsent(index, type);
  }

  /** Notes that a parameter is a whole item. */
  void isItem(int index) {
    types.put(index, AttributeType.M);
  }

  /** Notes that a parameter is compared with or assigned to an attribute; the first one wins. */
  void meetsAttribute(int index, ParameterDescription.Attribute attribute) {
    attributes.putIfAbsent(index, attribute);
  }

  /** Notes that a parameter is compared with a number: a string that spells one is meant as it. */
  void meetsNumber(int index) {
    numbers.add(index);
  }

  /** The parameters that are compared with key attributes of the type number. */
  Set<Integer> numbers() {
    return numbers;
  }

  /** The parameter that holds the time at which the statement runs, behind those it is given. */
  Parameter moment(CurrentTime time) {
    if (!moments.contains(time)) {
      moments.add(time);
    }
    return new Parameter(count + moments.indexOf(time));
  }

  /** The words for the time, each a parameter behind those that are given. */
  List<CurrentTime> moments() {
    return moments;
  }

  /** How many parameters the statement is given. */
  public int count() {
    return count;
  }

  /** The parameters that the statement is given, by position. */
  List<ParameterDescription> descriptions() {
    List<ParameterDescription> descriptions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      descriptions.add(
          new ParameterDescription(
              Optional.ofNullable(types.get(i)), Optional.ofNullable(attributes.get(i))));
    }
    return descriptions;
  }
}
