package io.partikey.shell.command;

import io.partikey.shell.session.FileErrors;
import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Runs the statements and commands of a file. */
final class IncludeCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\i";
  }

  @Override
  public String usage() {
    return "FILE";
  }

  @Override
  public String summary() {
    return "run the statements of a file";
  }

  @Override
  public void run(Invocation invocation) throws ShellException {
    String file =
        invocation
            .arguments()
            .atMostOne(name() + ' ' + usage())
            .orElseThrow(() -> new ShellException("Which file? Usage: " + name() + ' ' + usage()));
    boolean wentWell;
    try (Reader script = Files.newBufferedReader(Path.of(file))) {
      wentWell = invocation.interpreter().runScript(script, Optional.of(file));
    } catch (IOException failed) {
      throw new ShellException(FileErrors.describe(file, failed), failed);
    }
    if (!wentWell) {
      throw new ShellException("\"" + file + "\" stopped at its first error.");
    }
  }
}
