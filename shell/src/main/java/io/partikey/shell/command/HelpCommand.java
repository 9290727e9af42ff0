package io.partikey.shell.command;

import io.partikey.shell.format.Style;
import io.partikey.shell.session.Display;
import io.partikey.shell.session.ShellException;
import java.util.Optional;

/** Lists the commands, or explains one. */
final class HelpCommand implements ShellCommand {
  private static final int WIDTH = 30;

  @Override
  public String name() {
    return "\\?";
  }

  @Override
  public String usage() {
    return "[COMMAND]";
  }

  @Override
  public String summary() {
    return "this list, or all about one command";
  }

  @Override
  public void run(Invocation invocation) throws ShellException {
    Display display = invocation.session().display();
    Optional<String> name = invocation.arguments().atMostOne(name() + ' ' + usage());
    if (name.isPresent()) {
      ShellCommand command =
          Commands.named(name.get().startsWith("\\") ? name.get() : '\\' + name.get());
      list(display, command);
      command.details().lines().forEach(line -> display.result("  " + line));
      return;
    }
    Commands.all().forEach(command -> list(display, command));
    display.result("");
    display.result("A statement ends with a semicolon and may go over several lines.");
    display.result("Tab completes; Ctrl-C cancels a line or what is running.");
  }

  private static void list(Display display, ShellCommand command) {
    Style style = display.style();
    String call = (command.name() + ' ' + command.usage()).strip();
    boolean fits = call.length() < WIDTH;
    String gap = fits ? " ".repeat(WIDTH - call.length()) : "\n" + " ".repeat(WIDTH);
    display.result(style.cyan(call) + gap + command.summary());
  }
}
