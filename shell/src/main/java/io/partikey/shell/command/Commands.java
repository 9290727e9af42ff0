package io.partikey.shell.command;

import io.partikey.grammar.NearestName;
import io.partikey.shell.session.ShellException;
import java.util.Comparator;
import java.util.List;

/** All commands, in the order in which help lists them. */
public final class Commands {
  private static final List<ShellCommand> ALL =
      List.of(
          new DescribeCommand(),
          new ListIndexesCommand(),
          new ExplainCommand(),
          new ImportCommand(),
          new ExportCommand(),
          new IncludeCommand(),
          TransactionCommand.BEGIN,
          TransactionCommand.COMMIT,
          TransactionCommand.ROLLBACK,
          new FormatCommand(),
          new ScanCommand(),
          new CapacityCommand(),
          new TimingCommand(),
          new PageCommand(),
          new HelpCommand(),
          new QuitCommand());

  private Commands() {}

  static List<ShellCommand> all() {
    return ALL;
  }

  /** The names of all commands, with their backslash. */
  public static List<String> names() {
    return ALL.stream().map(ShellCommand::name).toList();
  }

  /**
   * The command of a name.
   *
   * @throws ShellException that names the nearest one if there is none
   */
  static ShellCommand named(String name) throws ShellException {
    for (ShellCommand command : ALL) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    throw new ShellException(
        "There is no command " + name + ". Did you mean " + nearest(name) + "? \\? lists all.");
  }

  private static String nearest(String name) {
    return names().stream()
        .min(
            Comparator.comparing((String known) -> !known.startsWith(name))
                .thenComparing(known -> NearestName.distance(name, known)))
        .orElseThrow();
  }
}
