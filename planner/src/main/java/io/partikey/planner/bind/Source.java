package io.partikey.planner.bind;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.PathStep;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.bound.KeyLiteral;
import java.util.List;
import java.util.Optional;

/** Something in FROM, or the table that is written, as the names in expressions see it. */
public sealed interface Source {
  /** The names that may stand before a dot to mean this source. */
  List<String> qualifiers();

  /** Whether the bare name means the whole: an alias that was given, an element. */
  boolean isNamed(String name);

  /** Whether this source is known to have an attribute of this name. */
  boolean declares(String attribute);

  /** Whether any attribute may be asked for, known or not. */
  boolean isOpen();

  /** The attribute of this name; empty where the source is closed and has none. */
  Optional<Expression> attribute(String name);

  /** The whole; empty where it is no value. */
  Optional<Expression> whole();

  /** A table or index that is read. */
  record ReadTable(Draft.Table table, List<String> qualifiers, boolean aliased) implements Source {
    /** Whether a name is that of the table, which its alias stands for here. */
    boolean hides(String name) {
      return aliased && table.source().table().name().equals(name);
    }

    @Override
    public boolean isNamed(String name) {
      return aliased && qualifiers.contains(name);
    }

    @Override
    public boolean declares(String attribute) {
      return KnownAttributes.of(table.source().table()).containsKey(attribute);
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public Optional<Expression> attribute(String name) {
      return Optional.of(table.attribute(name));
    }

    @Override
    public Optional<Expression> whole() {
      return Optional.of(table.item());
    }
  }

  /**
   * The table that is written; expressions see its items by attribute name.
   *
   * @param mistyped gathers the literals of another type than the key attribute that they are
   *     compared with
   */
  record WrittenTable(TableDescription table, List<String> qualifiers, List<KeyLiteral> mistyped)
      implements Source {
    @Override
    public boolean isNamed(String name) {
      return false;
    }

    @Override
    public boolean declares(String attribute) {
      return KnownAttributes.of(table).containsKey(attribute);
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public Optional<Expression> attribute(String name) {
      return Optional.of(new AttributeReference(name));
    }

    @Override
    public Optional<Expression> whole() {
      return Optional.empty();
    }
  }

  /** An item of any table; expressions see it by attribute name. */
  record AnyItem() implements Source {
    @Override
    public List<String> qualifiers() {
      return List.of();
    }

    @Override
    public boolean isNamed(String name) {
      return false;
    }

    @Override
    public boolean declares(String attribute) {
      return false;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public Optional<Expression> attribute(String name) {
      return Optional.of(new AttributeReference(name));
    }

    @Override
    public Optional<Expression> whole() {
      return Optional.empty();
    }
  }

  /** A variable: the elements of a collection, or their positions. */
  record Variable(String name, Expression value, Symbols symbols) implements Source {
    @Override
    public List<String> qualifiers() {
      return List.of(name);
    }

    @Override
    public boolean isNamed(String written) {
      return written.equals(name);
    }

    @Override
    public boolean declares(String attribute) {
      return false;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public Optional<Expression> attribute(String attribute) {
      return Optional.of(symbols.path(value, List.of(new PathStep.Member(attribute))));
    }

    @Override
    public Optional<Expression> whole() {
      return Optional.of(value);
    }
  }

  /** A derived table: the output of a query under a name. */
  record Derived(List<String> qualifiers, Output output) implements Source {
    @Override
    public boolean isNamed(String name) {
      return qualifiers.contains(name);
    }

    @Override
    public boolean declares(String attribute) {
      return output.named(attribute).isPresent();
    }

    @Override
    public boolean isOpen() {
      return output.isOpen();
    }

    @Override
    public Optional<Expression> attribute(String name) {
      return output.attribute(name);
    }

    @Override
    public Optional<Expression> whole() {
      return output.whole();
    }
  }
}
