package io.partikey.engine.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Java process of its own that runs a main class of the tests. */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private ChildProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Runs a class. */
  public static ChildProcess run(Class<?> main, String... arguments) throws IOException {
    return run(List.of(), main, arguments);
  }

  /** Runs a class behind words of a command, such as those of a shell that sets limits. */
  public static ChildProcess run(List<String> before, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** The number of the process. */
  public long pid() {
    return process.pid();
  }

  /** The next line that it says, null when it ended. */
  public @Nullable String readLine() throws IOException {
    return output.readLine();
  }

  /** The lines that it says until it ends. */
  public List<String> readRest() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (String line = readLine(); line != null; line = readLine()) {
      lines.add(line);
    }
    process.waitFor();
    return lines;
  }

  /** Says something to it. */
  public void say(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
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
