package io.partikey.shell.command;

import io.partikey.shell.format.Style;
import io.partikey.shell.session.Display;

/** Lists the commands. */
final class HelpCommand implements ShellCommand {
  private static final int WIDTH = 34;

  @Override
  public String name() {
    return "\\?";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public String summary() {
    return "this list";
  }

  @Override
  public void run(Invocation invocation) {
    Display display = invocation.session().display();
    Style style = display.style();
    for (ShellCommand command : Commands.all()) {
      String call = (command.name() + ' ' + command.usage()).strip();
      String padding = " ".repeat(Math.max(0, WIDTH - call.length()));
      String gap = call.length() >= WIDTH ? "\n" + " ".repeat(WIDTH) : padding;
      String summary = command.summary().replace("\n", "\n" + " ".repeat(WIDTH));
      display.result(style.cyan(call) + gap + summary);
    }
    display.result(
        "\nA statement ends with a semicolon and may go over several lines. Ctrl-C cancels a line"
            + " or a running statement.");
  }
}
