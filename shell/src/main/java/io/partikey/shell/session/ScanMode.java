package io.partikey.shell.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens to a statement that no key bounds; the driver's property {@code scan}. */
public enum ScanMode {
  /** It is refused. */
  REJECT,
  /** It runs if a LIMIT bounds it. */
  BOUNDED,
  /** It runs. */
  ALLOW;

  /** The name of the driver's property. */
  public static final String PROPERTY = "scan";

  private static final Pattern IN_URL = Pattern.compile("[?&]" + PROPERTY + "=(\\w+)");

  /** The mode of a session: as it was set there, or in its URL, or the driver's default. */
  public static ScanMode of(Session session) {
    Matcher inUrl = IN_URL.matcher(session.address().url());
    String fromUrl = inUrl.find() ? inUrl.group(1) : REJECT.optionName();
    return named(session.settings().properties().getOrDefault(PROPERTY, fromUrl)).orElse(REJECT);
  }

  /** The name that a user types. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names that a user may type. */
  public static List<String> optionNames() {
    return Arrays.stream(values()).map(ScanMode::optionName).toList();
  }

  /** The mode of this name, if there is one. */
  public static Optional<ScanMode> named(String name) {
    return Arrays.stream(values())
        .filter(mode -> mode.optionName().equalsIgnoreCase(name))
        .findFirst();
  }

  /** A sentence about what happens in this mode. */
  public String description() {
    return switch (this) {
      case REJECT -> "Statements that no key bounds are refused (reject).";
      case BOUNDED -> "Statements that no key bounds run if a LIMIT bounds them (bounded).";
      case ALLOW -> "Statements that no key bounds run (allow).";
    };
  }

  @Override
  public String toString() {
    return optionName();
  }
}
