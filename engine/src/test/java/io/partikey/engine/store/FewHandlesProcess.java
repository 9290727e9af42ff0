package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.error.EngineException;
import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Uses all file handles of its process up while it writes to a database, gives them back, and goes
 * on; says on standard output what happened.
 */
final class FewHandlesProcess {
  private static final int ITEM_BYTES = 100_000;

  private FewHandlesProcess() {}

  /** Takes the directory of the database. */
  public static void main(String[] arguments) throws Exception {
    loadClasses();
    Path directory = Path.of(arguments[0]);
    int acknowledged = -1;
    try (Backend backend = TestStore.file(directory, TestStore.quick())) {
      backend.createTable(table("T"));
      write(backend, ++acknowledged);
      say("problems " + backend.check(CheckProgress.NONE));
      say("refused " + attempt(backend, -1));
      List<Closeable> handles = new ArrayList<>();
      useUp(handles, directory.resolve("PARTIKEY"));
      EngineException refused = null;
      while (refused == null) {
        try {
          write(backend, acknowledged + 1);
          acknowledged++;
        } catch (EngineException failed) {
          refused = failed;
        }
      }
      for (Closeable handle : handles) {
        handle.close();
      }
      say(refused.code() + " " + refused.getMessage());
      while (!attempt(backend, acknowledged + 1).equals("written")) {
        Thread.onSpinWait();
      }
      acknowledged++;
      say("healed with " + there(backend, acknowledged) + " of " + (acknowledged + 1));
      say("problems " + backend.check(CheckProgress.NONE));
    }
    try (Backend backend = TestStore.file(directory)) {
      say("reopened with " + there(backend, acknowledged) + " of " + (acknowledged + 1));
      say("problems " + backend.check(CheckProgress.NONE));
    }
  }

  // Classes that are not in a jar take a handle each when they are needed first.
  private static void loadClasses() throws Exception {
    Path classes =
        Path.of(Engine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
        Class.forName(name.substring(0, name.length() - ".class".length()));
      }
    }
  }

  private static void useUp(List<Closeable> handles, Path file) {
    try {
      while (true) {
        handles.add(new FileInputStream(file.toFile()));
      }
    } catch (IOException none) {
      return;
    }
  }

  private static void write(Backend backend, int number) {
    byte[] filler = new byte[ITEM_BYTES];
    new Random(number).nextBytes(filler);
    backend.write(
        replace(
            "T",
            item(
                "a",
                number,
                "\"filler\": {\"B\": \"" + Base64.getEncoder().encodeToString(filler) + "\"}")));
  }

  private static String attempt(Backend backend, int number) {
    try {
      write(backend, number);
      return "written";
    } catch (EngineException refused) {
      return String.valueOf(refused.code());
    }
  }

  private static int there(Backend backend, int last) {
    int there = 0;
    for (int i = 0; i <= last; i++) {
      if (get(backend, "T", key("a", i)) != null) {
        there++;
      }
    }
    return there;
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
