package io.partikey.shell;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** A run of the program with streams in place of those of a process. */
final class ShellProcess {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final int exitCode;

  private ShellProcess(String input, String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            new StringReader(input),
            new PrintWriter(output),
            new PrintWriter(errors),
            false,
            Map.of());
    this.exitCode = Partikey.run(surroundings, arguments);
  }

  /** Runs the program with nothing piped in. */
  static ShellProcess run(String... arguments) {
    return new ShellProcess("", arguments);
  }

  /** Runs the program with a script piped in. */
  static ShellProcess pipe(String script, String... arguments) {
    return new ShellProcess(script, arguments);
  }

  String output() {
    return output.toString();
  }

  String errors() {
    return errors.toString();
  }

  int exitCode() {
    return exitCode;
  }
}
