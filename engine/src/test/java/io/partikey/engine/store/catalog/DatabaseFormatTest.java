package io.partikey.engine.store.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.store.catalog.DatabaseFormat.Step;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.testing.ChildProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of older and newer formats, under formats that are the test's own. */
class DatabaseFormatTest {
  private static final byte[] TRACE = {0x7f};

  private static final DatabaseFormat THIRD = new DatabaseFormat(List.of(adding("a"), adding("b")));

  private final RowStore store = RowStore.openMemory("the test's database");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void bringsAnOlderDatabaseToTheCurrentFormatStepByStep() {
    makeTable(DatabaseFormat.CURRENT, "T");
    assertThat(new Definitions(store, THIRD).current().table("T").name()).isEqualTo("T");
    assertThat(trace()).isEqualTo("ab");
    assertThat(new Definitions(store, THIRD).current().tables()).hasSize(1);
    assertThat(trace()).as("what was done once").isEqualTo("ab");
  }

  @Test
  void goesOnWhereAnUpgradeWasInterrupted() {
    makeTable(DatabaseFormat.CURRENT, "T");
    Step failing =
        (upgraded, batch) -> {
          throw new EngineException(ErrorCode.DISK_FULL, "No space is left.");
        };
    DatabaseFormat interrupted = new DatabaseFormat(List.of(adding("a"), failing));
    assertThatThrownBy(() -> new Definitions(store, interrupted)).hasMessage("No space is left.");
    assertThat(trace()).isEqualTo("a");
    assertThat(new Definitions(store, THIRD).current().tables()).hasSize(1);
    assertThat(trace()).isEqualTo("ab");
  }

  @Test
  void goesOnWhereAProcessWasKilled(@TempDir Path directory) throws Exception {
    for (int place = 1; place <= 6; place++) {
      Path path = directory.resolve("db" + place);
      DatabaseDirectory database = new DatabaseDirectory(path);
      try (RowStore made = database.open(false)) {
        makeTable(made, DatabaseFormat.CURRENT, "T");
      }
      database.release();
      try (ChildProcess upgrading =
          ChildProcess.run(UpgradingProcess.class, path.toString(), Integer.toString(place))) {
        assertThat(upgrading.readRest()).as("place %d", place).isEmpty();
      }
      try (RowStore upgraded = database.open(false)) {
        Definitions definitions = new Definitions(upgraded, UpgradingProcess.format());
        assertThat(definitions.current().tables()).as("place %d", place).hasSize(1);
        for (int record = 0; record < UpgradingProcess.RECORDS; record++) {
          assertThat(upgraded.record(UpgradingProcess.key(record)))
              .as("place %d, record %d", place, record)
              .isEqualTo("b".getBytes(US_ASCII));
        }
      }
      database.release();
    }
  }

  @Test
  void upgradesNoNewDatabaseAndWritesItsOwnFormat() {
    makeTable(THIRD, "T");
    assertThat(trace()).isEmpty();
    assertThat(new Definitions(store, THIRD).current().tables()).hasSize(1);
    assertThat(trace()).isEmpty();
  }

  @Test
  void refusesANewerDatabaseAndLeavesItAsItIs() {
    makeTable(THIRD, "T");
    assertThatThrownBy(() -> new Definitions(store))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_OPEN))
        .hasMessage(
            "The test's database cannot be opened: it has format 3, and this version of PartiKey"
                + " knows formats up to 1. Open it with the newer version that wrote it.");
    assertThat(new Definitions(store, THIRD).current().tables()).hasSize(1);
  }

  @Test
  void upgradesNothingThatIsOpenForReadingAlone(@TempDir Path directory) {
    DatabaseDirectory database = new DatabaseDirectory(directory.resolve("db"));
    try (RowStore writable = database.open(false)) {
      makeTable(writable, DatabaseFormat.CURRENT, "T");
    }
    database.release();
    directory.resolve("db").toFile().setWritable(false);
    try (RowStore readOnly = database.open(true)) {
      if (!readOnly.isReadOnly()) {
        return; // The superuser writes whatever the permissions say.
      }
      assertThatThrownBy(() -> new Definitions(readOnly, THIRD))
          .hasMessageContaining("it has format 1, and this version of PartiKey reads format 3.")
          .hasMessageContaining("Open it once without readOnly");
      assertThat(new Definitions(readOnly).current().tables()).hasSize(1);
    } finally {
      database.release();
      directory.resolve("db").toFile().setWritable(true);
    }
  }

  private void makeTable(DatabaseFormat format, String name) {
    makeTable(store, format, name);
  }

  private static void makeTable(RowStore store, DatabaseFormat format, String name) {
    KeySchema key = new KeySchema(List.of(new KeyAttribute("pk", AttributeType.S)), List.of());
    new DefinitionChanges(new Definitions(store, format))
        .createTable(new TableDescription(name, key, List.of(), List.of(), Optional.empty(), 1));
  }

  /** A step that adds a letter to the trace. */
  private static Step adding(String letter) {
    return (store, batch) -> batch.putRecord(TRACE, (trace(store) + letter).getBytes(US_ASCII));
  }

  private String trace() {
    return trace(store);
  }

  private static String trace(RowStore store) {
    byte[] trace = store.record(TRACE);
    return trace == null ? "" : new String(trace, US_ASCII);
  }
}
