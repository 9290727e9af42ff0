package io.partikey.engine.store.row;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.store.bytes.ByteReader;

/** What a stored value is, with the byte that says so in the file. */
enum ValueTag {
  STRING(0),
  NUMBER(1),
  BINARY(2),
  TRUE(3),
  FALSE(4),
  NULL(5),
  LIST(6),
  MAP(7),
  STRING_SET(8),
  NUMBER_SET(9),
  BINARY_SET(10);

  private static final ValueTag[] TAGS = values();

  private final int code;

  ValueTag(int code) {
    this.code = code;
  }

  /** The byte in the file. */
  int code() {
    return code;
  }

  static ValueTag of(AttributeValue value) {
    return switch (value.type()) {
      case S -> STRING;
      case N -> NUMBER;
      case B -> BINARY;
      case BOOL -> value == BooleanValue.TRUE ? TRUE : FALSE;
      case NULL -> NULL;
      case L -> LIST;
      case M -> MAP;
      case SS -> STRING_SET;
      case NS -> NUMBER_SET;
      case BS -> BINARY_SET;
    };
  }

  // The codes are the places of the tags, from 0 on.
  static ValueTag at(int code) {
    if (code >= TAGS.length) {
      throw ByteReader.corrupt("no value has the tag " + code);
    }
    return TAGS[code];
  }
}
