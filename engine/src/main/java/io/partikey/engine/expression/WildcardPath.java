package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.PathStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path over all elements of a list or set, or all members of a map: {@code order.lines[*].price},
 * {@code a.b.*}. A list of what it leads to, as PartiQL's {@code SELECT VALUE l.price FROM
 * order.lines AS l}: elements from which it leads nowhere are left out, and the elements of several
 * wildcards are one list. MISSING where the first wildcard meets no such collection.
 *
 * @param base the collection of the first wildcard
 * @param parts the wildcards, at least one
 */
public record WildcardPath(Expression base, List<Part> parts) implements Expression {
  /** What a wildcard stands for. */
  public enum Wildcard {
    /** {@code [*]}: the elements of a list or a set. */
    ELEMENTS("[*]"),
    /** {@code .*}: the values of a map. */
    MEMBERS(".*");

    private final String symbol;

    Wildcard(String symbol) {
      this.symbol = symbol;
    }

    /** The wildcard as it is written. */
    public String symbol() {
      return symbol;
    }

    private Optional<Collection<AttributeValue>> of(AttributeValue value) {
      if (this == MEMBERS) {
        return value instanceof MapValue map
            ? Optional.of(map.members().values())
            : Optional.empty();
      }
      boolean isCollection = value instanceof ListValue || value.type().isSet();
      return isCollection ? Optional.of(Elements.of(value)) : Optional.empty();
    }
  }

  /**
   * A wildcard and the steps from each of what it stands for.
   *
   * @param wildcard the wildcard
   * @param steps the steps behind it, perhaps none
   */
  public record Part(Wildcard wildcard, List<PathStep> steps) {
    public Part {
      steps = List.copyOf(steps);
    }

    private Optional<List<AttributeValue>> from(AttributeValue value) {
      return wildcard
          .of(value)
          .map(
              all ->
                  all.stream()
                      .map(each -> Optional.ofNullable(DocumentPath.resolve(each, steps)))
                      .flatMap(Optional::stream)
                      .toList());
    }
  }

  public WildcardPath {
    parts = List.copyOf(parts);
  }

  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    @Nullable AttributeValue collection = base.evaluate(environment);
    Optional<List<AttributeValue>> first =
        Optional.ofNullable(collection).flatMap(parts.get(0)::from);
    if (first.isEmpty()) {
      return null;
    }
    List<AttributeValue> values = first.get();
    for (Part part : parts.subList(1, parts.size())) {
      List<AttributeValue> next = new ArrayList<>();
      values.forEach(value -> part.from(value).ifPresent(next::addAll));
      values = next;
    }
    return new ListValue(values);
  }

  @Override
  public List<Expression> children() {
    return List.of(base);
  }

  @Override
  public WildcardPath withChildren(List<Expression> children) {
    return new WildcardPath(children.get(0), parts);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitWildcardPath(this);
  }
}
