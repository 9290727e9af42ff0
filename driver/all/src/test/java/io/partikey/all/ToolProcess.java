package io.partikey.all;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process with the driver's jar, which holds a directory open until it is ended. */
final class ToolProcess {
  private final Process process;

  private ToolProcess(Process process) {
    this.process = process;
  }

  static ToolProcess holding(Path directory) throws IOException, URISyntaxException {
    Path program =
        Path.of(ShadedProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    ShadedJar.PATH + File.pathSeparator + program,
                    ShadedProgram.class.getName(),
                    "hold",
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    if (!"open".equals(output.readLine())) {
      throw new IllegalStateException("the process did not open " + directory);
    }
    return new ToolProcess(process);
  }

  long pid() {
    return process.pid();
  }

  /** Lets the process close its connection and end. */
  void end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the process does not end");
    }
  }
}
