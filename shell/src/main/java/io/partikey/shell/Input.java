package io.partikey.shell;

import io.partikey.shell.command.Interpreter;
import io.partikey.shell.session.FileErrors;
import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Something to run without a prompt. */
sealed interface Input {
  /**
   * Runs it up to its first error.
   *
   * @return whether everything went well
   * @throws ShellException if it cannot be read
   */
  boolean run(Interpreter interpreter) throws ShellException;

  /** Statements from the command line. */
  record Text(String text) implements Input {
    @Override
    public boolean run(Interpreter interpreter) throws ShellException {
      return interpreter.runScript(new StringReader(text), Optional.empty());
    }
  }

  /** A script that is piped in. */
  record Piped(Reader reader) implements Input {
    @Override
    public boolean run(Interpreter interpreter) throws ShellException {
      return interpreter.runScript(reader, Optional.of("<stdin>"));
    }
  }

  /** A script in a file. */
  record File(String name) implements Input {
    @Override
    public boolean run(Interpreter interpreter) throws ShellException {
      try (Reader script = Files.newBufferedReader(Path.of(name))) {
        return interpreter.runScript(script, Optional.of(name));
      } catch (IOException failed) {
        throw new ShellException(FileErrors.describe(name, failed), failed);
      }
    }
  }
}
