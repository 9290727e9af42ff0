package io.partikey.shell.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an attribute that is made of columns of the same record, for example {@code
 * {Source}-{Destination}}. A name in braces stands for that column's text, everything else for
 * itself.
 */
record ComputedText(String pattern) {
  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

  /** The columns that it is made of. */
  List<String> columns() {
    List<String> names = new ArrayList<>();
    Matcher matcher = COLUMN.matcher(pattern);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** The text for the columns of one record, empty if one of them has none. */
  Optional<String> of(Map<String, String> texts) {
    StringBuilder text = new StringBuilder();
    Matcher matcher = COLUMN.matcher(pattern);
    while (matcher.find()) {
      @Nullable String column = texts.get(matcher.group(1));
      if (column == null) {
        return Optional.empty();
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(column));
    }
    matcher.appendTail(text);
    return Optional.of(text.toString());
  }
}
