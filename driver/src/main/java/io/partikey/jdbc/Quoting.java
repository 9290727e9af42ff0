package io.partikey.jdbc;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How names and text are written in statements. */
final class Quoting {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private Quoting() {}

  /** Text between single quotes, those within doubled. */
  static String literal(@Nullable String text) throws SQLException {
    return "'" + required(text).replace("'", "''") + "'";
  }

  /** A name between double quotes, those within doubled. */
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name, between double quotes where it needs them or is to have them. */
  static String identifier(@Nullable String name, boolean always) throws SQLException {
    return !always && isSimple(name) ? required(name) : identifier(required(name));
  }

  /** Whether a name may stand without quotes. */
  static boolean isSimple(@Nullable String name) throws SQLException {
    String plain = required(name);
    return PLAIN.matcher(plain).matches() && !Keywords.ALL.contains(plain.toUpperCase(Locale.ROOT));
  }

  private static String required(@Nullable String text) throws SQLException {
    if (text == null || text.isEmpty()) {
      throw SqlExceptions.invalidArgument("A name or text to be quoted is not null or empty");
    }
    return text;
  }
}
