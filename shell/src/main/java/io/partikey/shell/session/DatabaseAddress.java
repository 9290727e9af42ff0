package io.partikey.shell.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a database is, and what its users call it.
 *
 * @param url the JDBC URL
 * @param name a short name for the prompt
 */
public record DatabaseAddress(String url, String name) {
  private static final String PREFIX = "jdbc:partikey:";
  private static final AtomicLong PRIVATE_DATABASES = new AtomicLong();

  /**
   * Reads what a user typed: {@code mem:NAME}, {@code dynamodb:REGION}, a whole {@code
   * jdbc:partikey:} URL, or else the path of a directory.
   */
  public static DatabaseAddress of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith(PREFIX)) {
      return new DatabaseAddress(text, shortName(text.substring(PREFIX.length())));
    }
    if (lower.startsWith("mem:") || lower.startsWith("file:") || lower.startsWith("dynamodb:")) {
      return new DatabaseAddress(PREFIX + text, shortName(text));
    }
    return of(Path.of(text));
  }

  /** The database in a directory. */
  public static DatabaseAddress of(Path directory) {
    return of(PREFIX + "file:" + directory);
  }

  /**
   * A database in memory that nobody else uses. It has a name, so that several connections of the
   * shell see it.
   */
  public static DatabaseAddress inMemory() {
    long number = PRIVATE_DATABASES.incrementAndGet();
    return new DatabaseAddress(PREFIX + "mem:shell-" + number, "memory");
  }

  private static String shortName(String subname) {
    String withoutProperties = subname.replaceFirst("\\?.*", "");
    String place = withoutProperties.replaceFirst("^[a-z]+:", "");
    if (withoutProperties.toLowerCase(Locale.ROOT).startsWith("file:")) {
      Path last = Path.of(place).toAbsolutePath().normalize().getFileName();
      return last == null ? "/" : last.toString();
    }
    return place.isEmpty() ? "memory" : place;
  }
}
