package io.partikey.engine.store.row;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.bytes.ByteReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads values in the layout that the package draws. */
final class ValueReader {
  // A list of nothing else would take forty times its size.
  private static final StringValue EMPTY = new StringValue("");

  private ValueReader() {}

  static AttributeValue readValue(ByteReader row) {
    ValueTag tag = ValueTag.at(row.readByte());
    return readContent(tag, row.slice(row.readLength()));
  }

  static AttributeValue readContent(ValueTag tag, ByteReader content) {
    try {
      return switch (tag) {
        case STRING -> string(content);
        case NUMBER -> number(content);
        case BINARY -> BinaryValue.copyOf(content.readRest());
        case TRUE -> BooleanValue.TRUE;
        case FALSE -> BooleanValue.FALSE;
        case NULL -> NullValue.NULL;
        case LIST -> new ListValue(values(content));
        case MAP -> new MapValue(attributes(content));
        case STRING_SET -> StringSetValue.of(elements(content, ValueReader::text));
        case NUMBER_SET -> NumberSetValue.of(elements(content, ValueReader::number));
        case BINARY_SET ->
            BinarySetValue.of(elements(content, element -> BinaryValue.copyOf(element.readRest())));
      };
    } catch (EngineException invalid) {
      if (invalid.code() == ErrorCode.CORRUPT) {
        throw invalid;
      }
      throw ByteReader.corrupt("a value of an item is none (" + invalid.getMessage() + ")");
    }
  }

  static Map<String, AttributeValue> attributes(ByteReader content) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    while (content.hasMore()) {
      attributes.put(content.readText(), readValue(content));
    }
    return attributes;
  }

  private static List<AttributeValue> values(ByteReader content) {
    List<AttributeValue> values = new ArrayList<>();
    while (content.hasMore()) {
      values.add(readValue(content));
    }
    return values;
  }

  private static <T> List<T> elements(ByteReader content, Function<ByteReader, T> element) {
    List<T> elements = new ArrayList<>();
    while (content.hasMore()) {
      elements.add(element.apply(content.slice(content.readLength())));
    }
    return elements;
  }

  private static StringValue string(ByteReader content) {
    return content.hasMore() ? new StringValue(text(content)) : EMPTY;
  }

  private static String text(ByteReader content) {
    return content.readRestAsText();
  }

  private static NumberValue number(ByteReader content) {
    int scale = content.readSignedVarint();
    byte[] unscaled = content.readRest();
    if (unscaled.length == 0 || unscaled.length > 17 || Math.abs(scale) > 200) {
      throw ByteReader.corrupt("a number is out of range");
    }
    if (unscaled.length <= Long.BYTES) {
      return new NumberValue(BigDecimal.valueOf(signed(unscaled), scale));
    }
    return new NumberValue(new BigDecimal(new BigInteger(unscaled), scale));
  }

  private static long signed(byte[] bigEndian) {
    long value = bigEndian[0];
    for (int i = 1; i < bigEndian.length; i++) {
      value = (value << Byte.SIZE) | (bigEndian[i] & 0xFF);
    }
    return value;
  }
}
