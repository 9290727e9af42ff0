package io.partikey.engine.store.rocks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Whether the disk has what the opening of a database takes: a file handle, and room for what is in
 * its log, which is written out to table files then.
 */
final class DiskRoom {
  private static final String PROBE = "partikey-room";
  private static final int PROBE_BYTES = 64 << 10;
  private static final long RESERVE_BYTES = 1 << 20;

  private DiskRoom() {}

  /**
   * Returns if there is room.
   *
   * @param rows the directory with the files of the database
   * @throws IOException with the reason if there is none
   */
  static void require(Path rows) throws IOException {
    long needed = RESERVE_BYTES + logBytes(rows);
    long usable = Files.getFileStore(rows).getUsableSpace();
    if (usable < needed) {
      throw new IOException(
          "No space left on device: " + usable + " bytes are free, " + needed + " are needed");
    }
    // Beside the files of the database, so that nothing takes it for one of them.
    Path probe = rows.resolveSibling(PROBE);
    try (FileChannel channel =
        FileChannel.open(
            probe,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      channel.write(ByteBuffer.allocate(PROBE_BYTES));
      channel.force(false);
    }
  }

  private static long logBytes(Path rows) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(rows)) {
      for (Path log : (Iterable<Path>) files.filter(DiskRoom::isLog)::iterator) {
        bytes += Files.size(log);
      }
    }
    return bytes;
  }

  private static boolean isLog(Path file) {
    return file.toString().endsWith(".log");
  }
}
