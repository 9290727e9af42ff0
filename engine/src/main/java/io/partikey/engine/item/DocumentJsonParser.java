package io.partikey.engine.item;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one text of {@link DocumentJson}, by recursive descent. Used once. */
final class DocumentJsonParser {
  private final JsonCharacters text;
  private int depth;

  DocumentJsonParser(String text) {
    this.text = new JsonCharacters(text);
  }

  AttributeValue parse() {
    AttributeValue value = value();
    text.skipSpace();
    if (!text.atEnd()) {
      throw text.expected("the end of the text");
    }
    return value;
  }

  MapValue parseMap() {
    if (parse() instanceof MapValue map) {
      return map;
    }
    throw text.invalidAt(0, "expected an object, for example {\"name\":\"value\"}");
  }

  private AttributeValue value() {
    text.skipSpace();
    int start = text.position();
    if (++depth > ItemLimits.MAX_VALUE_LEVELS) {
      throw text.invalidAt(start, ItemLimits.tooDeepHere());
    }
    AttributeValue value = valueHere();
    depth--;
    return value;
  }

  private AttributeValue valueHere() {
    if (text.take("{{")) {
      return binary();
    }
    if (text.take("{")) {
      return new MapValue(members());
    }
    if (text.take("[")) {
      return new ListValue(elements("]"));
    }
    if (text.take("<<")) {
      return set();
    }
    if (text.at('"')) {
      return new StringValue(text.string());
    }
    if (text.take("true")) {
      return BooleanValue.TRUE;
    }
    if (text.take("false")) {
      return BooleanValue.FALSE;
    }
    if (text.take("null")) {
      return NullValue.NULL;
    }
    return NumberValue.parse(text.number());
  }

  private Map<String, AttributeValue> members() {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    text.skipSpace();
    if (text.take("}")) {
      return members;
    }
    do {
      text.skipSpace();
      int start = text.position();
      if (!text.at('"')) {
        throw text.expected("a member's name in double quotes");
      }
      String name = text.string();
      text.skipSpace();
      text.require(":");
      if (members.put(name, value()) != null) {
        throw text.invalidAt(start, "the member \"" + name + "\" is there twice");
      }
      text.skipSpace();
    } while (text.take(","));
    text.require("}");
    return members;
  }

  private List<AttributeValue> elements(String close) {
    List<AttributeValue> elements = new ArrayList<>();
    text.skipSpace();
    if (text.take(close)) {
      return elements;
    }
    do {
      elements.add(value());
      text.skipSpace();
    } while (text.take(","));
    text.require(close);
    return elements;
  }

  private AttributeValue set() {
    int start = text.position() - "<<".length();
    List<AttributeValue> elements = elements(">>");
    if (elements.isEmpty()) {
      throw text.invalidAt(start, "a set has at least one element");
    }
    Set<AttributeValue> distinct = new HashSet<>(elements);
    if (distinct.size() < elements.size()) {
      throw text.invalidAt(start, "an element of the set is there twice");
    }
    AttributeType type = elements.get(0).type();
    if (!type.isKeyType() || elements.stream().anyMatch(element -> element.type() != type)) {
      throw text.invalidAt(
          start, "the elements of a set are all strings, all numbers or all binaries");
    }
    if (type == AttributeType.S) {
      return StringSetValue.of(elements.stream().map(e -> ((StringValue) e).text()).toList());
    }
    return type == AttributeType.N
        ? NumberSetValue.of(elements.stream().map(NumberValue.class::cast).toList())
        : BinarySetValue.of(elements.stream().map(BinaryValue.class::cast).toList());
  }

  private BinaryValue binary() {
    int start = text.position();
    String base64 = text.upTo("}}");
    try {
      return BinaryValue.copyOf(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      throw new EngineException(
          ErrorCode.INVALID_JSON,
          text.invalidAt(start, "expected base64 up to }}").getMessage(),
          notBase64);
    }
  }
}
