package io.partikey.all;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The jar under test, as the build has just made it. */
final class ShadedJar {
  static final Path PATH = Path.of(System.getProperty("shaded.jar"));

  /** Where the README is; the working directory is not always the module's. */
  static final Path PROJECT = PATH.resolve("../../../..").normalize();

  private ShadedJar() {}

  static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(PATH.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }
}
