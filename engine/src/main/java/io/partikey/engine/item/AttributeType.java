package io.partikey.engine.item;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of DynamoDB's ten types, named by the code that its JSON uses. */
public enum AttributeType {
  S,
  N,
  B,
  BOOL,
  NULL,
  L,
  M,
  SS,
  NS,
  BS;

  private static final Map<String, AttributeType> BY_CODE =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Enum::name, type -> type));

  /** The type of this code, case-sensitive. */
  public static Optional<AttributeType> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Whether values of this type have an order and may be keys: strings, numbers and binaries. */
  public boolean isKeyType() {
    return this == S || this == N || this == B;
  }

  /** Whether values of this type are lists, maps or sets. */
  public boolean isDocument() {
    return this == L || this == M || isSet();
  }

  /** Whether values of this type are sets. */
  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }
}
