package io.partikey.all;

import io.partikey.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;

/** Another process with the driver's jar, which holds a directory open until it is ended. */
final class ToolProcess {
  private final ChildProcess process;

  private ToolProcess(ChildProcess process) {
    this.process = process;
  }

  static ToolProcess holding(Path directory) throws IOException {
    ChildProcess process = ShadedProgram.command().start("hold", directory.toString());
    if (!"open".equals(process.readLine())) {
      throw new IllegalStateException("the process did not open " + directory);
    }
    return new ToolProcess(process);
  }

  long pid() {
    return process.pid();
  }

  /** Lets the process close its connection and end. */
  void end() throws IOException, InterruptedException {
    try (process) {
      process.endInput();
    }
  }
}
