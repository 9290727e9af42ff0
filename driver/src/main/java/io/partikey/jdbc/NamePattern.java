package io.partikey.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for names as metadata calls take it: {@code %} for any characters, {@code _} for one,
 * {@code \} before a character that is meant as it is; null for every name.
 *
 * <p>A pattern that is itself one of the names, taken as it is, matches that name alone: tools pass
 * names without escaping them, and names are full of underscores.
 */
final class NamePattern {
  private final @Nullable String text;
  private final Pattern expression;

  NamePattern(@Nullable String text) {
    this.text = text;
    this.expression = Pattern.compile(text == null ? ".*" : expression(text), Pattern.DOTALL);
  }

  private static String expression(String text) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        expression.append(".*");
      } else if (c == '_') {
        expression.append('.');
      } else if (c == '\\' && i + 1 < text.length()) {
        i++;
        expression.append(Pattern.quote(text.substring(i, i + 1)));
      } else {
        expression.append(Pattern.quote(text.substring(i, i + 1)));
      }
    }
    return expression.toString();
  }

  /** Whether a name, looked at alone, matches. */
  boolean matches(String name) {
    return expression.matcher(name).matches();
  }

  /** Those of the names that match, in their order. */
  List<String> select(Collection<String> names) {
    if (text != null && names.contains(text)) {
      return List.of(text);
    }
    return names.stream().filter(this::matches).toList();
  }
}
