package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.Utf8Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A function that only the SET of an UPDATE may call; all are strict about their arguments. */
public enum UpdateFunction implements Function {
  /** {@code list_append(a, b)}: the elements of one list, then those of another. */
  LIST_APPEND {
    @Override
    public AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      List<AttributeValue> elements = new ArrayList<>(list(required(arguments.get(0))).elements());
      elements.addAll(list(required(arguments.get(1))).elements());
      return new ListValue(elements);
    }
  },
  /** {@code set_add(a, b)}: the union of two sets of one type; a missing first one is empty. */
  SET_ADD {
    @Override
    public AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      AttributeValue added = required(arguments.get(1));
      @Nullable AttributeValue base = arguments.get(0);
      return base == null ? set(added) : union(base, added);
    }
  },
  /** {@code set_delete(a, b)}: a set without members of another; MISSING when none are left. */
  SET_DELETE {
    @Override
    public @Nullable AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      AttributeValue deleted = set(required(arguments.get(1)));
      @Nullable AttributeValue base = arguments.get(0);
      return base == null ? null : difference(base, deleted);
    }
  },
  /** {@code if_not_exists(a, b)}: the first value unless it is missing. */
  IF_NOT_EXISTS {
    @Override
    public AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      @Nullable AttributeValue existing = arguments.get(0);
      return existing != null ? existing : required(arguments.get(1));
    }
  };

  @Override
  public String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int leastArguments() {
    return 2;
  }

  @Override
  public int mostArguments() {
    return 2;
  }

  private static AttributeValue required(@Nullable AttributeValue value) {
    return new Required(new Literal(value)).evaluate(Environment.of(Parameters.NONE));
  }

  private static ListValue list(AttributeValue value) {
    if (value instanceof ListValue list) {
      return list;
    }
    throw incorrectType();
  }

  private static AttributeValue set(AttributeValue value) {
    if (value.type().isSet()) {
      return value;
    }
    throw incorrectType();
  }

  private static AttributeValue union(AttributeValue base, AttributeValue added) {
    if (base instanceof StringSetValue a && added instanceof StringSetValue b) {
      return StringSetValue.of(joined(a.elements(), b.elements()));
    }
    if (base instanceof NumberSetValue a && added instanceof NumberSetValue b) {
      return NumberSetValue.of(joined(a.elements(), b.elements()));
    }
    if (base instanceof BinarySetValue a && added instanceof BinarySetValue b) {
      return BinarySetValue.of(joined(a.elements(), b.elements()));
    }
    throw incorrectType();
  }

  private static <T> List<T> joined(Collection<T> first, Collection<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static @Nullable AttributeValue difference(AttributeValue base, AttributeValue deleted) {
    if (base instanceof StringSetValue a && deleted instanceof StringSetValue b) {
      TreeSet<String> left = new TreeSet<>(Utf8Order.INSTANCE);
      left.addAll(a.elements());
      left.removeAll(b.elements());
      return left.isEmpty() ? null : new StringSetValue(left);
    }
    if (base instanceof NumberSetValue a && deleted instanceof NumberSetValue b) {
      List<NumberValue> left = new ArrayList<>(a.elements());
      left.removeAll(b.elements());
      return left.isEmpty() ? null : NumberSetValue.of(left);
    }
    if (base instanceof BinarySetValue a && deleted instanceof BinarySetValue b) {
      List<BinaryValue> left = new ArrayList<>(a.elements());
      left.removeAll(b.elements());
      return left.isEmpty() ? null : BinarySetValue.of(left);
    }
    throw incorrectType();
  }

  private static EngineException incorrectType() {
    return new EngineException(
        ErrorCode.WRONG_TYPE, "An operand in the update expression has an incorrect data type");
  }
}
