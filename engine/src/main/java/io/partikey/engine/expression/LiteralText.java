package io.partikey.engine.expression;

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
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values and names as PartiQL writes them: {@code 'text'}, {@code <<1, 2>>}, {@code {'k': [true]}},
 * {@code "a name"}. Binaries, for which DynamoDB has no literal, are written {@code {{base64}}}.
 */
public final class LiteralText {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private LiteralText() {}

  /** The literal of a value. */
  public static String of(AttributeValue value) {
    return switch (value.type()) {
      case S -> quoted(((StringValue) value).text());
      case N -> ((NumberValue) value).toPlainString();
      case B -> "{{" + ((BinaryValue) value).toBase64() + "}}";
      case BOOL -> ((BooleanValue) value).value() ? "true" : "false";
      case NULL -> "NULL";
      case L -> "[" + joined(((ListValue) value).elements()) + "]";
      case M -> map((MapValue) value);
      case SS -> set(((StringSetValue) value).elements().stream().map(LiteralText::quoted));
      case NS -> "<<" + joined(((NumberSetValue) value).elements()) + ">>";
      case BS -> "<<" + joined(((BinarySetValue) value).elements()) + ">>";
    };
  }

  /** A name, in double quotes where it needs them for its characters. */
  public static String name(String name) {
    return PLAIN_NAME.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text in single quotes. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String joined(Collection<? extends AttributeValue> values) {
    return values.stream().map(LiteralText::of).collect(Collectors.joining(", "));
  }

  private static String set(Stream<String> elements) {
    return elements.collect(Collectors.joining(", ", "<<", ">>"));
  }

  private static String map(MapValue map) {
    return map.members().entrySet().stream()
        .map(member -> quoted(member.getKey()) + ": " + of(member.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
