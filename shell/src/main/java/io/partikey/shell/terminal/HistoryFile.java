package io.partikey.shell.terminal;

import java.nio.file.Path;
import java.util.Map;

/** Where the prompt keeps what was typed. */
final class HistoryFile {
  private HistoryFile() {}

  /**
   * {@code $XDG_STATE_HOME/partikey/history}, or {@code ~/.partikey_history} where that variable is
   * not set.
   */
  static Path in(Map<String, String> environment) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    if (!state.isEmpty()) {
      return Path.of(state, "partikey", "history");
    }
    return Path.of(System.getProperty("user.home"), ".partikey_history");
  }
}
