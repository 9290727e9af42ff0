package io.partikey.shell.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happens to an item whose key is already there. */
public enum WriteMode {
  /** The import stops: the key must be new. */
  INSERT("INSERT INTO"),
  /** The attributes of the new item are put over those of the old one. */
  UPSERT("UPSERT INTO"),
  /** The new item takes the place of the old one. */
  REPLACE("REPLACE INTO");

  private final String verb;

  WriteMode(String verb) {
    this.verb = verb;
  }

  /** The statement that writes one item to a table. */
  String statement(String table) {
    return verb + " \"" + table.replace("\"", "\"\"") + "\" VALUE ?";
  }

  /** The name that a user types. */
  String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> optionNames() {
    return Arrays.stream(values()).map(WriteMode::optionName).toList();
  }

  /** The mode of this name, if there is one. */
  static Optional<WriteMode> named(String name) {
    return Arrays.stream(values()).filter(mode -> mode.name().equalsIgnoreCase(name)).findFirst();
  }
}
