package io.partikey.shell;

import io.partikey.shell.format.Layout;
import io.partikey.shell.session.Display;
import io.partikey.shell.terminal.TerminalWidth;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The process around the shell.
 *
 * @param input what is piped in
 * @param output where results go
 * @param errors where messages go
 * @param terminal whether a person sits at both ends
 * @param environment the environment's variables
 */
record Surroundings(
    Reader input,
    PrintWriter output,
    PrintWriter errors,
    boolean terminal,
    Map<String, String> environment) {

  /** Those of this process. Text is UTF-8 everywhere. */
  static Surroundings ofProcess() {
    return new Surroundings(
        reader(System.in),
        writer(new FileOutputStream(FileDescriptor.out)),
        writer(new FileOutputStream(FileDescriptor.err)),
        isTerminal(System.console()),
        System.getenv());
  }

  private static Reader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static PrintWriter writer(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** From Java 22 on there is a console without a terminal, too; it can be asked. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }

  /** Whether bold and dim type are wanted. */
  boolean styled() {
    return terminal
        && !environment.containsKey("NO_COLOR")
        && !"dumb".equals(environment.get("TERM"));
  }

  /** The display of something that runs without a prompt. */
  Display display() {
    return new Display(output, errors, false, terminal, this::layout);
  }

  /** The display of something that tells a story: everything goes to standard output. */
  Display narrative() {
    return new Display(output, output, true, terminal, this::layout);
  }

  private Layout layout() {
    return terminal ? new Layout(TerminalWidth.ofOutput(), styled()) : Layout.PLAIN;
  }
}
