package io.partikey.engine.store.rocks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a manifest of RocksDB says must be there. It is a file in RocksDB's log format, as {@link
 * LogFileCheck} draws it, of edits that follow each other:
 *
 * <pre>
 * edit:   field*
 * field:  [tag, varint][value, by the tag]
 *
 * 2    log that a family's newest data went to when it was last written out   varint
 * 6    table file that is removed                                             level, number
 * 10   oldest log that is kept                                                varint
 * 103  table file that is added                    level, number, size, two keys, two sequence
 *                                                  numbers, then (tag, bytes)* up to tag 1
 * 200  family of the edit                                                     varint
 * </pre>
 *
 * <p>A log is made before a manifest names it, and from then on there is always that log or a later
 * one. So a directory whose newest log is older than the newest one that the manifest names has
 * lost logs, and with them what was acknowledged.
 */
final class Manifest {
  private static final int BLOCK_BYTES = 32 << 10;
  private static final int HEAD_BYTES = 7;
  private static final int WHOLE = 1;
  private static final int FIRST = 2;
  private static final int MIDDLE = 3;
  private static final int LAST = 4;
  private static final int IGNORABLE = 1 << 13;
  private static final int END_OF_TABLE = 1;
  private static final Set<Integer> TEXTS = Set.of(1, 201);
  private static final Set<Integer> NUMBERS = Set.of(3, 4, 9, 203, 300);

  private final Set<Long> tables = new TreeSet<>();
  private final Map<Long, Long> logsOfFamilies = new HashMap<>();
  private long oldestKept;

  private Manifest() {}

  /** Reads a manifest; empty if it holds something that is not known here. */
  static Optional<Manifest> read(Path file) throws IOException {
    Manifest manifest = new Manifest();
    try (InputStream in = Files.newInputStream(file)) {
      manifest.readBlocks(in);
      return Optional.of(manifest);
    } catch (UnknownField | BufferUnderflowException unknown) {
      return Optional.empty();
    }
  }

  /** The number of a log that was there, and that log or later ones still are. */
  long newestLog() {
    return logsOfFamilies.values().stream().reduce(oldestKept, Math::max);
  }

  /** The number before which no log is needed. */
  long oldestLog() {
    return Math.max(oldestKept, logsOfFamilies.values().stream().reduce(Math::min).orElse(0L));
  }

  /** The numbers of the table files, in their order. */
  Set<Long> tables() {
    return tables;
  }

  private void readBlocks(InputStream in) throws IOException {
    ByteArrayOutputStream edit = new ByteArrayOutputStream();
    byte[] bytes = new byte[BLOCK_BYTES];
    int read = in.readNBytes(bytes, 0, BLOCK_BYTES);
    while (read > 0) {
      ByteBuffer block = ByteBuffer.wrap(bytes, 0, read).order(ByteOrder.LITTLE_ENDIAN);
      while (block.remaining() >= HEAD_BYTES) {
        block.getInt();
        int length = Short.toUnsignedInt(block.getShort());
        int type = block.get();
        if (type < WHOLE || type > LAST || length > block.remaining()) {
          // The end of what a process that ended had written.
          break;
        }
        if (type == WHOLE || type == FIRST) {
          edit.reset();
        }
        edit.write(bytes, block.position(), length);
        block.position(block.position() + length);
        if (type != FIRST && type != MIDDLE) {
          readEdit(ByteBuffer.wrap(edit.toByteArray()));
        }
      }
      read = in.readNBytes(bytes, 0, BLOCK_BYTES);
    }
  }

  private void readEdit(ByteBuffer edit) {
    long family = 0;
    long log = -1;
    while (edit.hasRemaining()) {
      int tag = (int) number(edit);
      switch (tag) {
        case 2 -> log = number(edit);
        case 10 -> oldestKept = Math.max(oldestKept, number(edit));
        case 200 -> family = number(edit);
        case 6 -> {
          number(edit);
          tables.remove(number(edit));
        }
        case 103 -> readTable(edit);
        default -> skip(tag, edit);
      }
    }
    if (log >= 0) {
      logsOfFamilies.merge(family, log, Math::max);
    }
  }

  private void readTable(ByteBuffer edit) {
    number(edit);
    tables.add(number(edit));
    number(edit);
    skipBytes(edit);
    skipBytes(edit);
    number(edit);
    number(edit);
    while (number(edit) != END_OF_TABLE) {
      skipBytes(edit);
    }
  }

  private static void skip(int tag, ByteBuffer edit) {
    if (TEXTS.contains(tag) || (tag & IGNORABLE) != 0) {
      skipBytes(edit);
    } else if (NUMBERS.contains(tag)) {
      number(edit);
    } else if (tag != 202) {
      // A family that is dropped has no value.
      throw new UnknownField();
    }
  }

  private static void skipBytes(ByteBuffer edit) {
    long length = number(edit);
    if (length > edit.remaining()) {
      throw new BufferUnderflowException();
    }
    edit.position(edit.position() + (int) length);
  }

  private static long number(ByteBuffer edit) {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = edit.get();
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
    return number;
  }

  /** Says that a later RocksDB wrote something that this class cannot pass over. */
  private static final class UnknownField extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
