package io.partikey.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Java process of its own that runs a main class of the tests, see {@link JavaCommand}. */
public final class ChildProcess implements AutoCloseable {
  private static final int MOST_SECONDS_TO_END = 120;

  private final Process process;
  private final BufferedReader output;

  ChildProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Runs a class with the class path of the tests; its errors are part of its output. */
  public static ChildProcess run(Class<?> main, String... arguments) throws IOException {
    return JavaCommand.of(main).start(arguments);
  }

  /** The same behind words of a command, such as those of a shell that sets limits. */
  public static ChildProcess run(List<String> before, Class<?> main, String... arguments)
      throws IOException {
    return JavaCommand.of(main).behind(before).start(arguments);
  }

  /** The number by which the operating system knows the process. */
  public long pid() {
    return process.pid();
  }

  /** The next line of its output, null at the end. */
  public @Nullable String readLine() throws IOException {
    return output.readLine();
  }

  /** All that it still says, once it has ended by itself. */
  public List<String> readRest() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (String line = readLine(); line != null; line = readLine()) {
      lines.add(line);
    }
    process.waitFor();
    return lines;
  }

  /** All that it still says; fails unless it ends by itself and without an error. */
  public List<String> readToGoodEnd() throws IOException, InterruptedException {
    List<String> lines = readRest();
    assertThat(process.exitValue()).as("exit value after %s", lines).isZero();
    return lines;
  }

  /** Writes a text to its input. */
  public void say(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Closes its input, at which it is to end; fails unless it does. */
  public void endInput() throws IOException, InterruptedException {
    process.getOutputStream().close();
    assertThat(process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)).as("ended").isTrue();
  }

  /** Ends the process as a loss of power would, save that the disk goes on. */
  public void kill() throws InterruptedException {
    // By its handle, because the process itself would close what it wrote and nobody read yet.
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    output.close();
  }
}
