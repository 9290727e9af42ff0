package io.partikey.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  /** Says its arguments, a property and a line of errors; may wait or fail. */
  static final class Program {
    private Program() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
      System.out.println("arguments " + String.join(",", arguments));
      System.out.println("property " + System.getProperty("example"));
      System.err.println("an error");
      if (arguments[0].equals("wait")) {
        System.in.transferTo(OutputStream.nullOutputStream());
      }
      if (arguments[0].equals("fail")) {
        throw new IllegalStateException("failed");
      }
    }
  }

  @Test
  void saysWhatItsOutputAndItsErrorsSay() throws Exception {
    try (ChildProcess process =
        JavaCommand.of(Program.class).withOptions("-Dexample=x").start("a", "b c")) {
      assertThat(process.readLine()).isEqualTo("arguments a,b c");
      assertThat(process.readToGoodEnd()).containsExactly("property x", "an error");
    }
  }

  @Test
  void keepsErrorsApartInAFile(@TempDir Path directory) throws Exception {
    Path errors = directory.resolve("errors");
    try (ChildProcess process = JavaCommand.of(Program.class).start(errors, "a")) {
      assertThat(process.readToGoodEnd()).containsExactly("arguments a", "property null");
    }
    assertThat(errors).hasContent("an error");
  }

  @Test
  void tellsABadEnd() throws Exception {
    try (ChildProcess process = ChildProcess.run(Program.class, "fail")) {
      assertThatThrownBy(process::readToGoodEnd)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("IllegalStateException: failed");
    }
  }

  @Test
  void endsWithItsInputOrByForce() throws Exception {
    try (ChildProcess process = ChildProcess.run(Program.class, "wait")) {
      assertThat(process.readLine()).startsWith("arguments");
      assertThat(ProcessHandle.of(process.pid())).isPresent();
      process.endInput();
    }
    try (ChildProcess process = ChildProcess.run(Program.class, "wait")) {
      assertThat(process.readLine()).startsWith("arguments");
      process.kill();
      assertThat(ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(process.readRest()).hasSizeLessThanOrEqualTo(2);
    }
  }
}
