package io.partikey.shell;

import picocli.CommandLine;

/** The program {@code partikey}. */
public final class Partikey {
  private Partikey() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  /** Runs the program: 0 is success, 1 a failure, 2 a command line that makes no sense. */
  static int run(Surroundings surroundings, String... arguments) {
    CommandLine commandLine =
        new CommandLine(new PartikeyCommand(surroundings))
            .addSubcommand(new DemoCommand(surroundings))
            .addSubcommand(new CheckCommand(surroundings))
            .setOverwrittenOptionsAllowed(true)
            .setOut(surroundings.output())
            .setErr(surroundings.errors());
    int code = commandLine.execute(arguments);
    surroundings.output().flush();
    surroundings.errors().flush();
    return code;
  }
}
