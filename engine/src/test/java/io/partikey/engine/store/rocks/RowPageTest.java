package io.partikey.engine.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are read several at once. */
class RowPageTest {
  private static final int ROWS = 20;
  private static final int VALUE_BYTES = 300_000;

  private final Path directory;

  RowPageTest(@TempDir Path directory) {
    this.directory = directory.resolve("rows");
  }

  private static List<byte[]> keys() {
    List<byte[]> keys = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      byte[] key = new byte[20];
      key[19] = (byte) i;
      keys.add(key);
    }
    return keys;
  }

  /** Rows of random bytes in a table file; the one in the middle is missing. */
  private void write() throws Exception {
    try (RowStore store =
            RowStore.openFile(
                "the test's",
                directory,
                true,
                false,
                StillHeld.always(),
                () -> {},
                Steps.UNWATCHED);
        RowBatch batch = store.newBatch()) {
      Random random = new Random(1);
      for (int i = 0; i < ROWS; i++) {
        byte[] value = new byte[VALUE_BYTES];
        random.nextBytes(value);
        if (i != ROWS / 2) {
          batch.put(keys().get(i), value);
        }
      }
      store.commit(batch, true);
      store.compact(KeyRange.ofPrefix(new byte[4]));
    }
  }

  @Test
  void endWithTheOneThatFillsAPage() throws Exception {
    write();
    try (RowStore store =
            RowStore.openFile(
                "the test's",
                directory,
                false,
                false,
                StillHeld.always(),
                () -> {},
                Steps.UNWATCHED);
        RowSnapshot snapshot = store.snapshot()) {
      for (Rows rows : List.of(store.latest(), snapshot)) {
        List<byte @Nullable []> all = new ArrayList<>();
        while (all.size() < ROWS) {
          List<byte @Nullable []> page = rows.getPage(keys().subList(all.size(), ROWS));
          assertThat(page).hasSizeLessThanOrEqualTo(5);
          all.addAll(page);
        }
        for (int i = 0; i < ROWS; i++) {
          assertThat(all.get(i)).isEqualTo(rows.get(keys().get(i)));
        }
        assertThat(all.get(ROWS / 2)).isNull();
      }
    }
  }

  @Test
  void neverTakeARowThatCannotBeReadForOneThatIsMissing() throws Exception {
    write();
    damage();
    try (RowStore store =
        RowStore.openFile(
            "the test's", directory, false, false, StillHeld.always(), () -> {}, Steps.UNWATCHED)) {
      int damaged = 0;
      for (int i = 0; i + 2 <= ROWS; i += 2) {
        List<byte[]> two = keys().subList(i, i + 2);
        try {
          List<byte @Nullable []> page = store.latest().getPage(two);
          for (int j = 0; j < 2; j++) {
            assertThat(page.get(j) == null).isEqualTo(i + j == ROWS / 2);
          }
        } catch (EngineException unreadable) {
          assertThat(unreadable.code()).isEqualTo(ErrorCode.CORRUPT);
          damaged++;
        }
      }
      assertThat(damaged).isPositive();
      assertThatThrownBy(
              () -> {
                for (int from = 0; from < ROWS; ) {
                  from += store.latest().getPage(keys().subList(from, ROWS)).size();
                }
              })
          .isInstanceOf(EngineException.class);
    }
  }

  /** Changes bytes in the middle of each table file. */
  private void damage() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sst")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 10; i++) {
          bytes[bytes.length / 3 + i] ^= 1;
        }
        Files.write(file, bytes);
      }
    }
  }
}
