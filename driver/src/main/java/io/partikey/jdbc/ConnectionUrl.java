package io.partikey.jdbc;

import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendAddress.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A URL of this driver, taken apart.
 *
 * <pre>
 * jdbc:partikey:mem:NAME          a database in memory, shared by name; private without a name
 * jdbc:partikey:file:PATH         a directory
 * jdbc:partikey:dynamodb:REGION   Amazon DynamoDB
 *                       …?property=value&amp;property=value
 * </pre>
 *
 * <p>Name, path, region and values are percent-decoded; a plus sign is a plus sign.
 *
 * @param address where the database is
 * @param properties the properties of the URL, in its order
 */
record ConnectionUrl(BackendAddress address, Map<String, String> properties) {
  private static final String PREFIX = "jdbc:partikey:";

  private static final String FORMS =
      "; a URL is jdbc:partikey:mem:NAME, jdbc:partikey:file:PATH or jdbc:partikey:dynamodb:REGION,"
          + " each with ?property=value&property=value";

  ConnectionUrl {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** Whether a URL is one of this driver's, well formed or not. */
  static boolean accepts(String url) {
    return url.startsWith(PREFIX);
  }

  /**
   * Takes a URL apart.
   *
   * @throws SQLException with state 08001 if it is not well formed
   */
  static ConnectionUrl parse(String url) throws SQLException {
    String rest = url.substring(PREFIX.length());
    int question = rest.indexOf('?');
    String database = question < 0 ? rest : rest.substring(0, question);
    return new ConnectionUrl(
        address(database, url),
        question < 0 ? Map.of() : properties(rest.substring(question + 1), url));
  }

  /** The properties of a URL that may not be well formed yet: those that can be read. */
  static Map<String, String> propertiesOf(String url) {
    int question = url.indexOf('?');
    try {
      return question < 0 ? Map.of() : properties(url.substring(question + 1), url);
    } catch (SQLException incomplete) {
      return Map.of();
    }
  }

  private static BackendAddress address(String database, String url) throws SQLException {
    int colon = database.indexOf(':');
    String kindName = colon < 0 ? database : database.substring(0, colon);
    Kind kind = kind(kindName).orElseThrow(() -> malformed(url, "names no kind of database"));
    if (colon < 0) {
      throw malformed(url, "lacks a colon after " + kindName);
    }
    String name = decode(database.substring(colon + 1), url);
    if (name.isEmpty() && kind != Kind.MEMORY) {
      throw malformed(url, kind == Kind.FILE ? "names no path" : "names no region");
    }
    return new BackendAddress(kind, name);
  }

  private static Optional<Kind> kind(String name) {
    return switch (name) {
      case "mem" -> Optional.of(Kind.MEMORY);
      case "file" -> Optional.of(Kind.FILE);
      case "dynamodb" -> Optional.of(Kind.DYNAMODB);
      default -> Optional.empty();
    };
  }

  private static Map<String, String> properties(String query, String url) throws SQLException {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw malformed(url, "has a property without a value");
      }
      String name = decode(pair.substring(0, equals), url);
      if (properties.put(name, decode(pair.substring(equals + 1), url)) != null) {
        throw malformed(url, "gives the property " + name + " twice");
      }
    }
    return properties;
  }

  private static String decode(String text, String url) throws SQLException {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformedEscape) {
      SQLException malformed = malformed(url, "has a percent sign without two hexadecimal digits");
      malformed.initCause(malformedEscape);
      throw malformed;
    }
  }

  // The query may hold secrets, so that no message shows it.
  private static SQLException malformed(String url, String reason) {
    int question = url.indexOf('?');
    String shown = question < 0 ? url : url.substring(0, question);
    return SqlExceptions.cannotConnect("The URL '" + shown + "' " + reason + FORMS);
  }

  /** The URL without properties, from which the same database can be opened again. */
  String withoutProperties() {
    String kind =
        switch (address.kind()) {
          case MEMORY -> "mem";
          case FILE -> "file";
          case DYNAMODB -> "dynamodb";
        };
    return PREFIX + kind + ":" + encode(address.name());
  }

  private static String encode(String name) {
    return name.replace("%", "%25").replace("?", "%3F");
  }
}
