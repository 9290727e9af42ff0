package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A function of DynamoDB's conditions; a wrong type gives false or MISSING. */
public enum ScalarFunction implements Function {
  /** {@code attribute_exists(path)}: whether there is a value. */
  ATTRIBUTE_EXISTS(1) {
    @Override
    public AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      return BooleanValue.of(arguments.get(0) != null);
    }
  },
  /** {@code attribute_not_exists(path)}: whether there is no value. */
  ATTRIBUTE_NOT_EXISTS(1) {
    @Override
    public AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      return BooleanValue.of(arguments.get(0) == null);
    }
  },
  /**
   * {@code attribute_type(path, code)}: whether a value has the type of this code. What is no code
   * of a type is an error.
   */
  ATTRIBUTE_TYPE(2) {
    @Override
    public AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      @Nullable AttributeValue value = arguments.get(0);
      @Nullable AttributeValue code = arguments.get(1);
      return BooleanValue.of(code != null && isOfType(value, code));
    }
  },
  /** {@code begins_with(value, prefix)} of two strings or two binaries. */
  BEGINS_WITH(2) {
    @Override
    public AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      return BooleanValue.of(beginsWith(arguments.get(0), arguments.get(1)));
    }
  },
  /** {@code contains(value, part)}: a part of a string or binary, a member of a set or list. */
  CONTAINS(2) {
    @Override
    public AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      return BooleanValue.of(contains(arguments.get(0), arguments.get(1)));
    }
  },
  /** {@code size(value)}: characters, bytes or elements; MISSING for other types. */
  SIZE(1) {
    @Override
    public @Nullable AttributeValue apply(List<@Nullable AttributeValue> arguments) {
      @Nullable AttributeValue value = arguments.get(0);
      return value == null ? null : size(value);
    }
  };

  private final int argumentCount;

  ScalarFunction(int argumentCount) {
    this.argumentCount = argumentCount;
  }

  @Override
  public String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int leastArguments() {
    return argumentCount;
  }

  @Override
  public int mostArguments() {
    return argumentCount;
  }

  private static boolean isOfType(@Nullable AttributeValue value, AttributeValue code) {
    AttributeType type = requireTypeCode(code);
    return value != null && value.type() == type;
  }

  /** The type that a code of {@code attribute_type} means. */
  static AttributeType requireTypeCode(AttributeValue code) {
    if (!(code instanceof StringValue name)) {
      throw OperandRules.incorrectType("attribute_type", code);
    }
    return AttributeType.find(name.text())
        .orElseThrow(
            () ->
                new EngineException(
                    ErrorCode.VALIDATION,
                    "Invalid attribute type name found; type: "
                        + name.text()
                        + ", valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}"));
  }

  private static boolean beginsWith(
      @Nullable AttributeValue value, @Nullable AttributeValue prefix) {
    if (value instanceof StringValue text && prefix instanceof StringValue start) {
      return text.text().startsWith(start.text());
    }
    if (value instanceof BinaryValue bytes && prefix instanceof BinaryValue start) {
      byte[] all = bytes.toByteArray();
      return start.length() <= all.length
          && Arrays.equals(all, 0, start.length(), start.toByteArray(), 0, start.length());
    }
    return false;
  }

  private static boolean contains(@Nullable AttributeValue value, @Nullable AttributeValue part) {
    if (value == null || part == null) {
      return false;
    }
    if (value instanceof ListValue list) {
      return list.elements().contains(part);
    }
    if (part instanceof StringValue string) {
      return (value instanceof StringValue text && text.text().contains(string.text()))
          || (value instanceof StringSetValue set && set.elements().contains(string.text()));
    }
    if (part instanceof NumberValue number) {
      return value instanceof NumberSetValue set && set.elements().contains(number);
    }
    if (part instanceof BinaryValue binary) {
      return (value instanceof BinaryValue bytes && containsBytes(bytes, binary))
          || (value instanceof BinarySetValue set && set.elements().contains(binary));
    }
    return false;
  }

  private static boolean containsBytes(BinaryValue value, BinaryValue part) {
    byte[] all = value.toByteArray();
    byte[] sought = part.toByteArray();
    for (int from = 0; from + sought.length <= all.length; from++) {
      if (Arrays.equals(all, from, from + sought.length, sought, 0, sought.length)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable AttributeValue size(AttributeValue value) {
    AttributeType type = value.type();
    return switch (type) {
      case S -> number(((StringValue) value).text().codePointCount(0, length(value)));
      case B -> number(((BinaryValue) value).length());
      case L -> number(((ListValue) value).elements().size());
      case M -> number(((MapValue) value).members().size());
      case SS -> number(((StringSetValue) value).elements().size());
      case NS -> number(((NumberSetValue) value).elements().size());
      case BS -> number(((BinarySetValue) value).elements().size());
      case N, BOOL, NULL -> null;
    };
  }

  private static int length(AttributeValue string) {
    return ((StringValue) string).text().length();
  }

  private static NumberValue number(long count) {
    return NumberValue.of(count);
  }
}
