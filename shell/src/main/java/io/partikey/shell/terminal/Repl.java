package io.partikey.shell.terminal;

import io.partikey.shell.command.Interpreter;
import io.partikey.shell.format.Layout;
import io.partikey.shell.format.Style;
import io.partikey.shell.session.Display;
import io.partikey.shell.session.Fragment;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.StatementBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Reads statements and commands from a terminal and runs them until the user leaves. */
public final class Repl {
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final Pager pager;

  /** A prompt on a terminal, which stays the caller's. */
  public Repl(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
    this.pager = new Pager(terminal);
  }

  /** The display that this terminal is. */
  public Display display() {
    return new Display(pager.printWriter(), terminal.writer(), true, !isDumb(), this::layout);
  }

  private Layout layout() {
    boolean styled = !isDumb() && !environment.containsKey("NO_COLOR");
    return new Layout(isDumb() ? 0 : terminal.getWidth(), styled);
  }

  private boolean isDumb() {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  /** Reads and runs until the user leaves. The session stays the caller's. */
  public void run(Session session) throws SQLException {
    Interpreter interpreter = new Interpreter(session);
    LineReader reader = reader(session);
    while (!interpreter.isLeaving()) {
      String text;
      try {
        text = reader.readLine(prompt(session));
      } catch (UserInterruptException cancelled) {
        continue;
      } catch (EndOfFileException left) {
        return;
      }
      pager.restart(session.settings().paging());
      interruptibly(session, () -> interpretAll(interpreter, fragments(text)));
    }
  }

  private String prompt(Session session) throws SQLException {
    String name = new Style(layout().styled()).bold(session.address().name());
    return name + (session.isInTransaction() ? "*> " : "> ");
  }

  private static boolean interpretAll(Interpreter interpreter, List<Fragment> fragments) {
    for (Fragment fragment : fragments) {
      if (interpreter.isLeaving() || !interpreter.interpret(fragment)) {
        return false;
      }
    }
    return true;
  }

  private static List<Fragment> fragments(String text) {
    StatementBuffer buffer = new StatementBuffer(Optional.empty());
    List<Fragment> fragments = new ArrayList<>();
    text.lines().forEach(line -> fragments.addAll(buffer.add(line)));
    buffer.finish().ifPresent(fragments::add);
    return fragments;
  }

  /**
   * Runs something that Ctrl-C cancels.
   *
   * @return what it returns
   */
  public boolean interruptibly(Session session, Work work) throws SQLException {
    SignalHandler former = terminal.handle(Signal.INT, signal -> session.cancel());
    try {
      return work.run();
    } finally {
      terminal.handle(Signal.INT, former);
      terminal.flush();
    }
  }

  /** Something to run with a session. */
  @FunctionalInterface
  public interface Work {
    /** Runs it, and returns whether it went well. */
    boolean run() throws SQLException;
  }

  private LineReader reader(Session session) {
    LineReader reader =
        LineReaderBuilder.builder()
            .appName("partikey")
            .terminal(terminal)
            .parser(new StatementLineParser())
            .completer(new ShellCompleter(() -> session))
            .highlighter(new StatementHighlighter())
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P %M> ")
            .variable(LineReader.INDENTATION, 0)
            .build();
    HistoryFile.in(environment).ifPresent(file -> keepHistory(reader, file));
    reader.setOpt(Option.DISABLE_EVENT_EXPANSION);
    reader.setOpt(Option.CASE_INSENSITIVE);
    reader.unsetOpt(Option.INSERT_TAB);
    if (!layout().styled()) {
      reader.setOpt(Option.DISABLE_HIGHLIGHTER);
    }
    return reader;
  }

  private static void keepHistory(LineReader reader, Path file) {
    try {
      HistoryFile.makePrivate(file);
      reader.setVariable(LineReader.HISTORY_FILE, file);
    } catch (IOException notKept) {
      // The prompt remembers it until it ends.
    }
  }
}
