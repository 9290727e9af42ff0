package io.partikey.shell;

import io.partikey.shell.command.Interpreter;
import io.partikey.shell.demo.Airline;
import io.partikey.shell.demo.Tour;
import io.partikey.shell.session.DatabaseAddress;
import io.partikey.shell.session.Display;
import io.partikey.shell.session.ErrorReport;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.Settings;
import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The demonstration: makes an airline's database, shows it at work, and opens the prompt on it. */
@Command(
    name = "demo",
    description = {
      "Makes an airline's database and shows it at work.",
      "On a terminal it leaves you at the prompt, on that database."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String ITEMS = "30000";

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATABASE",
      description = "Where to make it; without it, in a directory that is deleted at the end.")
  private @Nullable String database;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = ITEMS,
      description = "How many items to make, " + ITEMS + " unless said.")
  private int items;

  @Spec private CommandSpec spec = CommandSpec.create();

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (items < Airline.LEAST_ITEMS) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--items must be at least " + Airline.LEAST_ITEMS);
    }
    if (database != null) {
      return run(DatabaseAddress.of(database));
    }
    try (TemporaryDirectory directory = TemporaryDirectory.create()) {
      return run(DatabaseAddress.of(directory.path()));
    }
  }

  private int run(DatabaseAddress address) throws IOException {
    if (surroundings.terminal()) {
      return Prompt.open(
          new DatabaseAddress(address.url(), "airline"),
          Settings.DEFAULT,
          surroundings.environment(),
          this::show);
    }
    Display display = surroundings.narrative();
    try (Session session = new Session(address, Settings.DEFAULT, display)) {
      return show(session) ? 0 : 1;
    } catch (SQLException failed) {
      display.message(ErrorReport.of(failed, display.style()));
      return 1;
    }
  }

  private boolean show(Session session) throws SQLException {
    try {
      Airline.build(session, items);
    } catch (ShellException failed) {
      session.display().message(ErrorReport.of(failed, session.display().style()));
      return false;
    }
    return Tour.show(new Interpreter(session));
  }
}
