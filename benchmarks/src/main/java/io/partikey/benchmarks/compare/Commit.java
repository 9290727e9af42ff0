package io.partikey.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which commit is measured. */
final class Commit {
  private Commit() {}

  /**
   * The short name of the one in a directory, with {@code -dirty} where files differ from it; else
   * {@code unknown}.
   */
  static String current(Path directory) throws IOException, InterruptedException {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude", "*")
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 && !name.isEmpty() ? name : "unknown";
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
