package io.partikey.shell.session;

/** Names of tables and attributes in statements. */
public final class Names {
  private Names() {}

  /** The name in double quotes, unless it is already. */
  public static String quoted(String name) {
    boolean isQuoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return isQuoted ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
