package io.partikey.engine.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.FileAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies into directories that others use at the same time. */
class DatabaseCopyTest {
  private final Path path;

  DatabaseCopyTest(@TempDir Path directory) {
    this.path = directory.resolve("copy");
  }

  @Test
  void removesNothingOfSomebodyWhoCameFirst() {
    Steps letterComesFirst =
        step -> {
          if (step.equals("directory made")) {
            write(path.resolve("letter"));
          }
        };
    try (RowStore store = RowStore.openMemory("the test's")) {
      assertThatThrownBy(() -> new DatabaseCopy(path, FileAccess.OWNER, letterComesFirst).of(store))
          .hasMessageContaining("the directory holds other files (letter).");
    }
    assertThat(path.resolve("letter")).hasContent("hello");
  }

  @Test
  void leavesADatabaseThatWasMadeMeanwhile() {
    DatabaseDirectory other = new DatabaseDirectory(path);
    Steps databaseComesFirst =
        step -> {
          if (step.equals("directory made")) {
            other.open(false).close();
            other.release();
          }
        };
    try (RowStore store = RowStore.openMemory("the test's")) {
      assertThatThrownBy(
              () -> new DatabaseCopy(path, FileAccess.OWNER, databaseComesFirst).of(store))
          .hasMessageContaining("the directory holds other files (PARTIKEY, rows).");
    }
    other.open(true).close();
    other.release();
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "hello");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
