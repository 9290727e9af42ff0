package io.partikey.engine.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

/** Every byte of a log flipped, and a log cut off behind every byte. */
class LogFileCheckTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int[] FLIPS = {0x01, 0x10, 0x80, 0xFF};

  private final Path directory;
  private byte[] log = {};

  LogFileCheckTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void writeLog() throws IOException, RocksDBException {
    Path rows = directory.resolve("rows");
    try (RowStore store =
        RowStore.openFile(
            "the test's", rows, true, false, StillHeld.always(), () -> {}, Steps.UNWATCHED)) {
      for (int i = 0; i < 20; i++) {
        try (RowBatch batch = store.newBatch()) {
          batch.put(new byte[20 + i], new byte[3 * i]);
          store.commit(batch, true);
        }
      }
    }
    try (Stream<Path> files = Files.list(rows)) {
      Path file = files.filter(each -> each.toString().endsWith(".log")).findFirst().orElseThrow();
      log = Files.readAllBytes(file);
    }
    assertThat(log).hasSizeBetween(1000, 10_000);
  }

  @Test
  void findsEveryByteThatFlips() throws IOException {
    assertThat(damage(log)).isEqualTo(-1);
    for (int place = 0; place < log.length; place++) {
      // Of each byte others by day, all by night.
      for (int bits : NIGHTLY ? FLIPS : new int[] {FLIPS[place % FLIPS.length]}) {
        byte[] flipped = log.clone();
        flipped[place] ^= (byte) bits;
        assertThat(damage(flipped)).as("byte %d ^ %d", place, bits).isBetween(0L, (long) place);
      }
    }
  }

  @Test
  void takesEveryEndForOneThatWasNotFinished() throws IOException {
    for (int length = 0; length < log.length; length++) {
      assertThat(damage(Arrays.copyOf(log, length))).as("first %d bytes", length).isEqualTo(-1);
    }
  }

  @Test
  void takesZerosBehindTheEndForSpaceTakenInAdvance() throws IOException {
    byte[] longer = Arrays.copyOf(log, log.length + 500);
    assertThat(damage(longer)).isEqualTo(-1);
    longer[longer.length - 1] = 1;
    assertThat(damage(longer)).isEqualTo(log.length);
  }

  private long damage(byte[] bytes) throws IOException {
    Path file = directory.resolve("log");
    Files.write(file, bytes);
    return LogFileCheck.firstDamage(file);
  }
}
