package io.partikey.engine.store.row;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.engine.store.bytes.Utf8;
import java.math.BigDecimal;
import java.util.Map;

/** Writes attributes and values in the layout that the package draws. */
final class ValueWriter {
  private ValueWriter() {}

  static void writeAttributes(Map<String, AttributeValue> attributes, ByteWriter row) {
    for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
      row.writeText(attribute.getKey());
      writeValue(attribute.getValue(), row);
    }
  }

  private static void writeValue(AttributeValue value, ByteWriter row) {
    row.writeByte(ValueTag.of(value).code());
    switch (value.type()) {
      case S -> row.writeText(((StringValue) value).text());
      case N -> writeNumber((NumberValue) value, row);
      case B -> row.writeBlock(((BinaryValue) value).toByteArray());
      case BOOL, NULL -> row.writeVarint(0);
      case L, M, SS, NS, BS -> {
        ByteWriter content = new ByteWriter();
        writeContent(value, content);
        row.writeBlock(content);
      }
    }
  }

  private static void writeContent(AttributeValue value, ByteWriter content) {
    if (value instanceof ListValue list) {
      list.elements().forEach(element -> writeValue(element, content));
    }
    if (value instanceof MapValue map) {
      writeAttributes(map.members(), content);
    }
    if (value instanceof StringSetValue set) {
      set.elements().forEach(element -> content.writeBlock(Utf8.encode(element)));
    }
    if (value instanceof NumberSetValue set) {
      set.elements().forEach(element -> writeNumber(element, content));
    }
    if (value instanceof BinarySetValue set) {
      set.elements().forEach(element -> content.writeBlock(element.toByteArray()));
    }
  }

  private static void writeNumber(NumberValue number, ByteWriter row) {
    BigDecimal value = number.value();
    ByteWriter digits = new ByteWriter(24);
    digits.writeSignedVarint(value.scale());
    digits.writeBytes(value.unscaledValue().toByteArray());
    row.writeBlock(digits);
  }
}
