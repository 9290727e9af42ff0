package io.partikey.engine.store.rocks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What the file {@code PARTIKEY} of a database says.
 *
 * <pre>
 * PartiKey database, format 1
 * id 5f0c7c6b1e8e4d2a
 * log 12                               for each log that was there when the newest was begun
 * log 17
 * checksum 9ae0daaf                    of the lines before
 * </pre>
 *
 * <p>The lines behind the first are missing in databases that no version opened that writes them.
 *
 * @param format the format of the directory
 * @param id tells the database from one that was made in its place; empty if it has none
 * @param logs the numbers of the logs
 */
record Marker(int format, String id, List<Long> logs) {
  private static final Pattern FIRST_LINE =
      Pattern.compile("PartiKey database, format ([1-9][0-9]{0,5})\\s*");
  private static final Pattern CHECKSUM = Pattern.compile("checksum ([0-9a-f]{8})\n");

  Marker {
    logs = List.copyOf(logs);
  }

  /** A marker for a new database. */
  static Marker of(int format) {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    return new Marker(format, id, List.of());
  }

  /** This with other logs. */
  Marker with(List<Long> newLogs) {
    return new Marker(format, id, newLogs);
  }

  /** The format that a text names; 0 if it is no marker. */
  static int formatOf(String text) {
    int end = text.indexOf('\n');
    Matcher matcher = FIRST_LINE.matcher(end < 0 ? text : text.substring(0, end));
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** Reads a marker of this format; empty if it is damaged. */
  static Optional<Marker> parse(String text) {
    int format = formatOf(text);
    int begin = text.indexOf('\n') + 1;
    if (format == 0 || begin == 0 || begin == text.length()) {
      return format == 0 ? Optional.empty() : Optional.of(new Marker(format, "", List.of()));
    }
    int end = text.lastIndexOf("checksum ");
    Matcher checksum = CHECKSUM.matcher(end < 0 ? "" : text.substring(end));
    if (!checksum.matches() || !checksum.group(1).equals(checksum(text.substring(0, end)))) {
      return Optional.empty();
    }
    String id = "";
    List<Long> logs = new ArrayList<>();
    for (String line : text.substring(begin, end).lines().toList()) {
      if (line.startsWith("id ")) {
        id = line.substring(3);
      } else if (line.startsWith("log ")) {
        logs.add(Long.parseLong(line.substring(4)));
      }
    }
    return Optional.of(new Marker(format, id, logs));
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    text.append("PartiKey database, format ").append(format).append('\n');
    text.append("id ").append(id).append('\n');
    logs.forEach(log -> text.append("log ").append(log).append('\n'));
    String lines = text.toString();
    return lines + "checksum " + checksum(lines) + '\n';
  }

  private static String checksum(String text) {
    CRC32C checksum = new CRC32C();
    checksum.update(text.getBytes(StandardCharsets.ISO_8859_1));
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
