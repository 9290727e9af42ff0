package io.partikey.shell;

import io.partikey.shell.command.Interpreter;
import io.partikey.shell.session.DatabaseAddress;
import io.partikey.shell.session.Display;
import io.partikey.shell.session.ErrorReport;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line: runs statements and scripts, or opens the prompt. */
@Command(
    name = "partikey",
    description = {
      "Runs PartiQL statements on a PartiKey database.",
      "Without -e, -f or piped input it opens a prompt; \\? there lists its commands."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Everything went well.",
      "1:A statement or a command failed; nothing after it was run.",
      "2:The command line makes no sense."
    })
final class PartikeyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final List<Input> inputs = new ArrayList<>();

  @Parameters(
      arity = "0..1",
      paramLabel = "DATABASE",
      description =
          "A directory, mem:NAME, dynamodb:REGION, or a jdbc:partikey: URL. Without it the database"
              + " is in memory and gone at the end.")
  private @Nullable String database;

  @Mixin private SessionOptions options = new SessionOptions();

  @Option(names = "--prompt", order = 6, description = "Open the prompt even where input is piped.")
  private boolean prompt;

  PartikeyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Option(
      names = {"-e", "--execute"},
      order = 1,
      paramLabel = "STATEMENT",
      description = "Run statements or a command; may be repeated.")
  void addStatement(@Nullable String text) {
    if (text != null) {
      inputs.add(new Input.Text(text));
    }
  }

  @Option(
      names = {"-f", "--file"},
      order = 2,
      paramLabel = "FILE",
      description = "Run a script, - for standard input; may be repeated.")
  void addFile(@Nullable String file) {
    if (file != null) {
      inputs.add(file.equals("-") ? new Input.Piped(surroundings.input()) : new Input.File(file));
    }
  }

  @Override
  public Integer call() throws IOException {
    DatabaseAddress address = SessionOptions.address(database);
    if (inputs.isEmpty() && (prompt || surroundings.terminal())) {
      return Prompt.open(address, options.settings(), surroundings.environment(), session -> true);
    }
    if (inputs.isEmpty()) {
      inputs.add(new Input.Piped(surroundings.input()));
    }
    return runInputs(address);
  }

  private int runInputs(DatabaseAddress address) {
    Display display = surroundings.display();
    try (Session session = new Session(address, options.settings(), display)) {
      Interpreter interpreter = new Interpreter(session);
      for (Input input : inputs) {
        if (!input.run(interpreter)) {
          return 1;
        }
        if (interpreter.isLeaving()) {
          break;
        }
      }
      return 0;
    } catch (SQLException failed) {
      display.message(ErrorReport.of(failed, display.style()));
    } catch (ShellException failed) {
      display.message(ErrorReport.of(failed, display.style()));
    }
    return 1;
  }
}
