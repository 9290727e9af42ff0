package io.partikey.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a client says of itself on a connection; kept, and used for nothing else. Thread-safe. */
final class ClientInfo {
  /** The names that JDBC defines, sorted. */
  static final List<String> NAMES = List.of("ApplicationName", "ClientHostname", "ClientUser");

  private final Map<String, String> values = new ConcurrentHashMap<>();

  /** Sets or, with null, clears a value; returns whether there is one of this name. */
  boolean set(@Nullable String name, @Nullable String value) {
    if (name == null || !NAMES.contains(name)) {
      return false;
    }
    if (value == null) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
    return true;
  }

  @Nullable String get(@Nullable String name) {
    return name == null ? null : values.get(name);
  }

  void clear() {
    values.clear();
  }

  Properties toProperties() {
    Properties properties = new Properties();
    values.forEach(properties::setProperty);
    return properties;
  }
}
