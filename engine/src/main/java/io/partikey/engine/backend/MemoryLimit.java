package io.partikey.engine.backend;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What bounds the memory of a process that has databases open. Each limit is set in whole megabytes
 * by a system property of the JVM, because all connections share it or have one alike.
 */
public enum MemoryLimit {
  /** Blocks of table files that are kept after they were read; shared by all databases. */
  BLOCK_CACHE("partikey.memory.cache") {
    @Override
    long defaultBytes() {
      return MOST_BY_DEFAULT;
    }
  },
  /** What was written and is not yet in table files; shared by all databases. */
  WRITE_BUFFERS("partikey.memory.writeBuffers") {
    @Override
    long defaultBytes() {
      return MOST_BY_DEFAULT;
    }
  },
  /** What a sort, a grouping or a removal of repetitions holds before it writes files. */
  OPERATOR("partikey.memory.operator") {
    @Override
    long defaultBytes() {
      return Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().maxMemory() / 16);
    }
  },
  /** What the items that a statement or transaction writes at once may take. */
  WRITE_SET("partikey.memory.writeSet") {
    @Override
    long defaultBytes() {
      return Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().maxMemory() / 8);
    }
  },
  /** What the plans that are kept take; shared by the connections to a database. */
  PLANS("partikey.memory.plans") {
    @Override
    long defaultBytes() {
      return Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().maxMemory() / 16);
    }
  },
  /** What the tokens of transactions take, and as much again what the answers kept with them do. */
  TOKENS("partikey.memory.tokens") {
    @Override
    long defaultBytes() {
      return Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().maxMemory() / 16);
    }
  },
  /** What the values of one page take. */
  PAGE("partikey.memory.page") {
    @Override
    long defaultBytes() {
      return Runtime.getRuntime().maxMemory() / 32;
    }
  },
  /** What the parameters of one statement, or of the statements of one batch, may take. */
  BATCH("partikey.memory.batch") {
    @Override
    long defaultBytes() {
      return Runtime.getRuntime().maxMemory() / 4;
    }
  };

  private static final long MEGABYTE = 1L << 20;
  private static final long MOST_BY_DEFAULT = 64 * MEGABYTE;

  private final String property;

  MemoryLimit(String property) {
    this.property = property;
  }

  /** The system property that sets the limit. */
  public String property() {
    return property;
  }

  /**
   * The limit: as the property says, else 64 MB, and of what lies on the heap no more than its part
   * of the heap's largest size: a sixteenth for an operator, an eighth for a write set. For a
   * batch, whose values are the client's own, it is a quarter of the heap.
   *
   * @throws EngineException with {@code INVALID_ARGUMENT} if the property is no number from 1
   */
  public long bytes() {
    @Nullable String set = System.getProperty(property);
    return set == null ? defaultBytes() : megabytes(set) * MEGABYTE;
  }

  abstract long defaultBytes();

  /** A number of bytes in megabytes. */
  public static String inWords(long bytes) {
    return Math.max(1, bytes / MEGABYTE) + " MB";
  }

  private int megabytes(String text) {
    int megabytes;
    try {
      megabytes = Integer.parseInt(text.strip());
    } catch (NumberFormatException none) {
      megabytes = 0;
    }
    if (megabytes < 1) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "The system property "
              + property
              + " takes megabytes as a whole number from 1, not \""
              + text
              + "\".");
    }
    return megabytes;
  }
}
