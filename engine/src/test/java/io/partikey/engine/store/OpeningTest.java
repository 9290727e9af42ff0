package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendProvider;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.Projection;
import io.partikey.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be opened, who shares what, and what the others are told. */
class OpeningTest {
  private final Path directory;

  OpeningTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(BackendProvider.class))
        .anyMatch(
            provider ->
                provider.opens(BackendAddress.Kind.FILE)
                    && provider.opens(BackendAddress.Kind.MEMORY)
                    && !provider.opens(BackendAddress.Kind.DYNAMODB));
  }

  @Test
  void keepsPrivateMemoryToItsConnection() {
    try (Backend one = TestStore.memory();
        Backend other = TestStore.memory()) {
      one.createTable(table("T"));
      assertThat(other.catalog().tables()).isEmpty();
    }
  }

  @Test
  void sharesNamedMemoryUntilItIsShutDown() {
    try (Backend one = TestStore.memory("shared")) {
      one.createTable(table("T"));
    }
    Backend other = TestStore.memory("shared");
    assertThat(other.catalog().tables()).containsOnlyKeys("T");
    other.shutdown();
    other.close();
    try (Backend again = TestStore.memory("shared")) {
      assertThat(again.catalog().tables()).isEmpty();
      again.shutdown();
    }
  }

  @Test
  void sharesAFileByWhateverPathUntilTheLastConnectionCloses() throws IOException {
    Path path = directory.resolve("db");
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
    Backend one = TestStore.file(path);
    Backend other = TestStore.file(link.resolve("../link/db"));
    one.createTable(table("T"));
    assertThat(other.catalog().tables()).containsOnlyKeys("T");
    one.close();
    one.close();
    other.write(replace("T", item("a", 1, "")));
    assertThat(path.resolve("HOLDER")).content().startsWith("process ");
    other.close();
    assertThat(path.resolve("HOLDER")).hasContent("closed");
    try (Backend again = TestStore.file(path)) {
      assertThat(get(again, "T", key("a", 1))).isNotNull();
    }
  }

  @Test
  void refusesEverythingAfterItsClose() {
    Backend backend = TestStore.memory();
    backend.createTable(table("T"));
    ReadView view = backend.openView();
    Transaction transaction = backend.begin();
    backend.close();
    assertFails(ErrorCode.CLOSED, backend::catalog);
    assertFails(ErrorCode.CLOSED, backend::openView);
    assertFails(ErrorCode.CLOSED, () -> view.getItem("T", key("a", 1)));
    assertFails(ErrorCode.CLOSED, () -> transaction.write(replace("T", item("a", 1, ""))));
    view.close();
    transaction.close();
  }

  @Test
  void endsTheEngineForEveryConnectionOnShutdown() {
    Path path = directory.resolve("db");
    Backend one = TestStore.file(path);
    Backend other = TestStore.file(path);
    one.createTable(table("T"));
    ReadView view = other.openView();
    one.shutdown();
    assertFails(ErrorCode.CLOSED, () -> other.write(replace("T", item("a", 1, ""))));
    assertFails(ErrorCode.CLOSED, () -> view.getItem("T", key("a", 1)));
    view.close();
    try (Backend again = TestStore.file(path)) {
      one.close();
      other.close();
      again.write(replace("T", item("a", 1, "")));
      assertThat(path.resolve("HOLDER")).content().startsWith("process ");
    }
  }

  @Test
  void keepsDefinitionsItemsAndCountsWhenItIsOpenedAgain() {
    Path path = directory.resolve("db");
    Object catalog;
    Object statistics;
    Object observed;
    try (Backend backend = TestStore.file(path, TestStore.quick())) {
      backend.createTable(table("T", TestStore.index("G", "g", Projection.KEYS_ONLY)));
      backend.createTable(table("U"));
      backend.createTable(table("gone"));
      backend.dropTable("gone");
      backend.setTimeToLive("U", Optional.of("expires"));
      backend.declareColumn("U", new DeclaredColumn("seat", AttributeType.S));
      for (int i = 0; i < 100; i++) {
        backend.write(replace("T", item("a" + i % 3, i, "\"g\": {\"S\": \"x\"}")));
      }
      catalog = backend.catalog();
      statistics = backend.statistics("T");
      observed = backend.observedAttributes("T");
    }
    try (Backend backend = TestStore.file(path)) {
      assertThat(backend.catalog()).isEqualTo(catalog);
      assertThat(backend.statistics("T")).isEqualTo(statistics);
      assertThat(backend.observedAttributes("T")).isEqualTo(observed);
      assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    }
  }

  @Test
  void namesTheProcessThatHoldsADatabase() throws Exception {
    Path path = directory.resolve("db");
    try (ChildProcess holder = ChildProcess.run(WriterProcess.class, path.toString(), "1", "0")) {
      assertThat(holder.readLine()).isEqualTo("open");
      assertCannotOpen(path)
          .hasMessageStartingWith(
              "Database \""
                  + path
                  + "\" cannot be opened: it is open in process "
                  + holder.pid()
                  + " on host ")
          .hasMessageEndingWith(
              ". One process holds a database at a time: end that one, or connect within it.");
      holder.kill();
    }
    TestStore.file(path).close();
  }

  @Test
  void refusesWhatIsNoDatabase() throws IOException {
    Path foreign = Files.createDirectory(directory.resolve("foreign"));
    Files.writeString(foreign.resolve("letter.txt"), "hello");
    assertCannotOpen(foreign)
        .hasMessage(
            "Database \""
                + foreign
                + "\" cannot be opened: the directory holds other files (letter.txt). Name a"
                + " database, an empty directory, or one that does not exist.");
    assertCannotOpen(foreign.resolve("letter.txt"))
        .hasMessageContaining("that is a file. Name a directory");
    assertCannotOpen(foreign.resolve("letter.txt/db"))
        .hasMessageContaining(
            "\""
                + foreign.resolve("letter.txt")
                + "\" is a file, or a link to nothing. Name a directory, which is made if it does not"
                + " exist.");
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nothing"));
    assertCannotOpen(link)
        .hasMessageContaining(
            "that is a link to \"nothing\", which does not exist. Make that directory, or name"
                + " another one.");
    assertCannotOpen(link.resolve("db")).hasMessageContaining("is a file, or a link to nothing.");
    assertThat(foreign).isDirectoryNotContaining(file -> !file.endsWith("letter.txt"));
  }

  @Test
  void leavesNothingInADirectoryThatIsOpenedForReading() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertFails(ErrorCode.CANNOT_OPEN, () -> TestStore.file(empty, TestStore.readOnly()));
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void makesTheDirectoriesAboveANewDatabase() {
    Path path = directory.resolve("missing/also/db");
    assertFails(ErrorCode.CANNOT_OPEN, () -> TestStore.file(path, TestStore.readOnly()));
    assertThat(directory.resolve("missing")).doesNotExist();
    TestStore.file(path).close();
    try (Backend backend = TestStore.file(path, TestStore.readOnly())) {
      assertThat(backend.catalog().tables()).isEmpty();
    }
  }

  @Test
  void refusesANewerFormatAndADamagedMarker() throws IOException {
    Path path = directory.resolve("db");
    TestStore.file(path).close();
    Files.writeString(path.resolve("PARTIKEY"), "PartiKey database, format 2\n");
    assertCannotOpen(path)
        .hasMessageContaining(
            "it has format 2, and this version of PartiKey knows formats up to 1. Open it with the"
                + " newer version that made it.");
    Files.writeString(path.resolve("PARTIKEY"), "???");
    assertFails(ErrorCode.CORRUPT, () -> TestStore.file(path));
    assertThatThrownBy(() -> TestStore.file(path))
        .hasMessageContaining("its file \"" + path.resolve("PARTIKEY") + "\" is damaged.");
  }

  @Test
  void writesNothingThroughAReadOnlyConnection() {
    Path path = directory.resolve("db");
    assertFails(ErrorCode.CANNOT_OPEN, () -> TestStore.file(path, TestStore.readOnly()));
    assertThat(path).doesNotExist();
    try (Backend backend = TestStore.file(path)) {
      backend.createTable(table("T"));
      backend.write(replace("T", item("a", 1, "")));
    }
    try (Backend backend = TestStore.file(path, TestStore.readOnly())) {
      assertThat(get(backend, "T", key("a", 1))).isNotNull();
      assertFails(ErrorCode.READ_ONLY, () -> backend.write(replace("T", item("a", 2, ""))));
      assertFails(ErrorCode.READ_ONLY, () -> backend.dropTable("T"));
      try (Transaction transaction = backend.begin()) {
        assertThat(get(transaction, "T", key("a", 1))).isNotNull();
        assertFails(ErrorCode.READ_ONLY, () -> transaction.write(replace("T", item("a", 2, ""))));
        transaction.commit();
      }
    }
  }

  @Test
  void copiesADatabaseWhileItIsInUse() {
    Path path = directory.resolve("db");
    Path copy = directory.resolve("copy");
    try (Backend backend = TestStore.file(path)) {
      fill(backend);
      backend.backup(copy);
      backend.write(replace("T", item("later", 1, "")));
      assertFails(ErrorCode.INVALID_ARGUMENT, () -> backend.backup(copy));
    }
    assertIsCopy(copy);
  }

  @Test
  void copiesADatabaseInMemoryIntoFiles() {
    Path copy = directory.resolve("copy");
    try (Backend backend = TestStore.memory()) {
      fill(backend);
      backend.backup(copy);
    }
    assertIsCopy(copy);
  }

  private static void fill(Backend backend) {
    backend.createTable(table("T", TestStore.index("G", "g", Projection.ALL)));
    for (int i = 0; i < 100; i++) {
      backend.write(replace("T", item("a", i, "\"g\": {\"S\": \"x\"}")));
    }
  }

  private static void assertIsCopy(Path copy) {
    try (Backend backend = TestStore.file(copy)) {
      assertThat(backend.statistics("T").table().items()).isEqualTo(100);
      assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
      backend.write(replace("T", item("later", 1, "")));
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertCannotOpen(Path path) {
    assertFails(ErrorCode.CANNOT_OPEN, () -> TestStore.file(path));
    return assertThatThrownBy(() -> TestStore.file(path));
  }

  private static void assertFails(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(EngineException.class)
        .extracting(e -> ((EngineException) e).code())
        .isEqualTo(code);
  }
}
