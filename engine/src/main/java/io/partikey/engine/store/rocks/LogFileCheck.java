package io.partikey.engine.store.rocks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * The check of a file in RocksDB's log format, before RocksDB reads it: a write-ahead log or a
 * manifest.
 *
 * <p>RocksDB takes damage to the head of a record near the end of such a file for the end of what
 * was written, and then drops acknowledged writes or whole files in silence. This check tells the
 * two apart: what a process that died left unfinished is the beginning of a record with nothing
 * behind it; everything else that makes no sense is damage.
 *
 * <pre>
 * file:    blocks of 32 KB, the last one shorter
 * block:   record* and fewer than 7 bytes that mean nothing
 * record:  [checksum 4][length 2][type 1][payload]     little endian; the checksum is the masked
 *                                                      CRC-32C of type and payload
 * </pre>
 */
final class LogFileCheck {
  private static final int BLOCK_BYTES = 32 << 10;
  private static final int HEAD_BYTES = 7;
  private static final int LENGTH_AT = 4;
  private static final int TYPE_AT = 6;
  // Whole, first, middle and last part of a record; what is said of compression, of timestamps and
  // of the log before. Types of recycled files do not occur.
  private static final Set<Integer> TYPES = Set.of(1, 2, 3, 4, 9, 10, 130);

  private final ByteBuffer block;
  private final boolean last;

  private LogFileCheck(ByteBuffer block, boolean last) {
    this.block = block;
    this.last = last;
  }

  /** The place of the first damage in a file, -1 if there is none. */
  static long firstDamage(Path file) throws IOException {
    byte[] bytes = new byte[BLOCK_BYTES];
    long place = 0;
    long length = Files.size(file);
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(bytes, 0, BLOCK_BYTES);
      while (read > 0) {
        ByteBuffer block = ByteBuffer.wrap(bytes, 0, read).order(ByteOrder.LITTLE_ENDIAN);
        int damage = new LogFileCheck(block, place + read >= length).firstDamage();
        if (damage >= 0) {
          return place + damage;
        }
        place += read;
        read = in.readNBytes(bytes, 0, BLOCK_BYTES);
      }
    }
    return -1;
  }

  private int firstDamage() {
    int start = 0;
    while (block.limit() - start >= HEAD_BYTES) {
      if (last && isZero(start)) {
        return -1;
      }
      if (!isWhole(start)) {
        return last && isUnfinished(start) ? -1 : start;
      }
      start = end(start);
    }
    return -1;
  }

  /** Whether nothing but zeros follows, which is space that was taken in advance. */
  private boolean isZero(int start) {
    for (int i = start; i < block.limit(); i++) {
      if (block.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private int end(int start) {
    return start + HEAD_BYTES + Short.toUnsignedInt(block.getShort(start + LENGTH_AT));
  }

  private boolean hasKnownType(int start) {
    return TYPES.contains(Byte.toUnsignedInt(block.get(start + TYPE_AT)));
  }

  private boolean isWhole(int start) {
    return hasKnownType(start)
        && end(start) <= block.limit()
        && checksum(start, end(start)) == block.getInt(start);
  }

  /** Whether a record is the beginning of one that would end behind the file. */
  private boolean isUnfinished(int start) {
    boolean endsBehind = end(start) > block.limit() && end(start) <= BLOCK_BYTES;
    return endsBehind
        && hasKnownType(start)
        && !isWholeWithAnotherLength(start)
        && !isFollowedByARecord(start);
  }

  private boolean isWholeWithAnotherLength(int start) {
    CRC32C checksum = new CRC32C();
    for (int i = start + TYPE_AT; i < block.limit(); i++) {
      checksum.update(block.get(i));
      if (masked(checksum) == block.getInt(start)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFollowedByARecord(int start) {
    for (int next = start + 1; block.limit() - next >= HEAD_BYTES; next++) {
      if (isWhole(next)) {
        return true;
      }
    }
    return false;
  }

  private int checksum(int start, int end) {
    CRC32C checksum = new CRC32C();
    checksum.update(block.slice(start + TYPE_AT, end - start - TYPE_AT));
    return masked(checksum);
  }

  private static int masked(CRC32C checksum) {
    return Integer.rotateRight((int) checksum.getValue(), 15) + 0xa282ead8;
  }
}
