package io.partikey.shell.command;

/** Leaves the shell. */
final class QuitCommand implements ShellCommand {
  @Override
  public String name() {
    return "\\q";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public String summary() {
    return "leave (or Ctrl-D)";
  }

  @Override
  public void run(Invocation invocation) {
    invocation.interpreter().leave();
  }
}
