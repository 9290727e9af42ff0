package io.partikey.engine.store;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.table.Projection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes durably to a database until it is killed or a write fails, two items at a time, and says
 * of each pair on standard output that it was acknowledged.
 */
final class WriterProcess {
  private WriterProcess() {}

  /** Takes the path of the database. */
  public static void main(String[] arguments) {
    try (Backend backend = TestStore.file(Path.of(arguments[0]))) {
      if (backend.catalog().table("T").isEmpty()) {
        backend.createTable(TestStore.table("T", TestStore.index("G", "g", Projection.ALL)));
      }
      say("open");
      String filler = "x".repeat(Integer.parseInt(arguments[1]));
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        backend.writeAtomically(pair(i, filler));
        say("acknowledged " + i);
      }
      int end = System.in.read();
      say("ended " + end);
    } catch (EngineException failure) {
      say("failed " + failure.code() + ": " + failure.getMessage());
    } catch (java.io.IOException closed) {
      say("failed " + closed);
    }
  }

  private static List<WriteRequest> pair(int i, String filler) {
    List<WriteRequest> pair = new ArrayList<>();
    for (String side : List.of("left", "right")) {
      String attributes =
          "\"g\": {\"S\": \"g" + i % 10 + "\"}, \"filler\": {\"S\": \"" + filler + "\"}";
      pair.add(TestStore.replace("T", TestStore.item(side, i, attributes)));
    }
    return pair;
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
