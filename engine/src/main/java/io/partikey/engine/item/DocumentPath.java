package io.partikey.engine.item;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A way from an item to a value in it: a top-level attribute, then steps into maps and lists, for
 * example {@code address.lines[0]}.
 */
public record DocumentPath(String attribute, List<PathStep> steps) {
  public DocumentPath {
    steps = List.copyOf(steps);
  }

  /** The path to a top-level attribute. */
  public static DocumentPath of(String attribute) {
    return new DocumentPath(attribute, List.of());
  }

  /** The value that the path leads to, null (MISSING) where it leads nowhere. */
  public @Nullable AttributeValue resolve(Item item) {
    return resolve(item.get(attribute), steps);
  }

  /** The value that the steps lead to from a value, null (MISSING) where they lead nowhere. */
  public static @Nullable AttributeValue resolve(
      @Nullable AttributeValue value, List<PathStep> steps) {
    @Nullable AttributeValue current = value;
    for (int i = 0; i < steps.size() && current != null; i++) {
      current = follow(current, steps.get(i));
    }
    return current;
  }

  private static @Nullable AttributeValue follow(AttributeValue value, PathStep step) {
    if (step instanceof PathStep.Member member) {
      return value instanceof MapValue map ? map.members().get(member.name()) : null;
    }
    int index = ((PathStep.Element) step).index();
    return value instanceof ListValue list && index < list.elements().size()
        ? list.elements().get(index)
        : null;
  }

  /** The path as PartiQL writes it, without quotes. */
  @Override
  public String toString() {
    return attribute
        + steps.stream()
            .map(
                step ->
                    step instanceof PathStep.Member member
                        ? "." + member.name()
                        : "[" + ((PathStep.Element) step).index() + "]")
            .collect(Collectors.joining());
  }
}
