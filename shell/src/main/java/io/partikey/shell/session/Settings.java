package io.partikey.shell.session;

import io.partikey.shell.format.ResultFormat;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a user can set in a session. Immutable.
 *
 * @param format how rows are written
 * @param timing whether the line after a statement says how long it took
 * @param capacity whether the line after a statement says what it cost
 * @param paging whether long results wait after each screen
 * @param properties properties of the connection that differ from those of its URL
 */
public record Settings(
    ResultFormat format,
    boolean timing,
    boolean capacity,
    boolean paging,
    Map<String, String> properties) {
  /** What a session begins with. */
  public static final Settings DEFAULT =
      new Settings(ResultFormat.TABLE, true, true, false, Map.of());

  public Settings {
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /** All properties of a connection with these settings. */
  Map<String, String> connectionProperties() {
    if (!format.takesDocuments()) {
      return properties;
    }
    SortedMap<String, String> withRowFormat = new TreeMap<>(properties);
    withRowFormat.put("rowFormat", "dynamodb-json");
    return withRowFormat;
  }

  /** These settings with another format. */
  public Settings withFormat(ResultFormat format) {
    return new Settings(format, timing, capacity, paging, properties);
  }

  /** These settings with or without times. */
  public Settings withTiming(boolean timing) {
    return new Settings(format, timing, capacity, paging, properties);
  }

  /** These settings with or without costs. */
  public Settings withCapacity(boolean capacity) {
    return new Settings(format, timing, capacity, paging, properties);
  }

  /** These settings with or without waiting after each screen. */
  public Settings withPaging(boolean paging) {
    return new Settings(format, timing, capacity, paging, properties);
  }

  /** These settings with another property of the connection. */
  public Settings withProperty(String name, String value) {
    SortedMap<String, String> changed = new TreeMap<>(properties);
    changed.put(name, value);
    return new Settings(format, timing, capacity, paging, changed);
  }
}
