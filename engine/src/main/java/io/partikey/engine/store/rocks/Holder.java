package io.partikey.engine.store.rocks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that names the process which holds a database. It decides nothing: a process that died
 * leaves it behind, and one that cannot write it works all the same.
 */
final class Holder {
  private final Path file;

  Holder(Path file) {
    this.file = file;
  }

  void write() {
    String holder = "process " + ProcessHandle.current().pid() + " on host " + hostName();
    try {
      Files.writeString(file, holder + "\n", StandardCharsets.UTF_8);
    } catch (IOException onlyForMessages) {
      remove();
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException onlyForMessages) {
      // The next holder writes over it.
      return;
    }
  }

  /** The holder in words. */
  String describe() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException unknown) {
      return "another process";
    }
  }

  private static String hostName() {
    @Nullable String name = System.getenv("HOSTNAME");
    if (name != null && !name.isEmpty()) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }
}
