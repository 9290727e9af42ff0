package io.partikey.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process and the others use of the machine, as Linux tells it; elsewhere 0. */
final class ProcessLoad {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final Path MACHINE = Path.of("/proc/stat");
  private static final Path SELF = Path.of("/proc/self/status");
  private static final double TICKS_A_SECOND = 100;
  private static final int IDLE = 4;
  private static final int WAITING = 5;
  private static final int LAST = 8;

  private final long began = System.nanoTime();
  private final double machine = machineSeconds();
  private final double own = ownSeconds();

  /** How much of the processors others used since this was made, from 0 to 1. */
  double others() throws IOException {
    double all = (System.nanoTime() - began) / 1e9 * PROCESS.getAvailableProcessors();
    double used = machineSeconds() - machine - (ownSeconds() - own);
    return Math.max(0, used / all);
  }

  ProcessLoad() throws IOException {}

  /** Waits until the process does nothing any more, such as compacting; at most a minute. */
  static void awaitRest() throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      double before = ownSeconds();
      Thread.sleep(200);
      if (ownSeconds() - before < 0.02) {
        return;
      }
    }
  }

  /** The memory of this process that is in the machine's, in megabytes. */
  static double residentMegabytes() throws IOException {
    if (!Files.isReadable(SELF)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(SELF)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
          .sum();
    }
  }

  private static double ownSeconds() {
    return PROCESS.getProcessCpuTime() / 1e9;
  }

  private static double machineSeconds() throws IOException {
    if (!Files.isReadable(MACHINE)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(MACHINE)) {
      String[] fields = lines.findFirst().orElse("").split("\\s+", -1);
      double ticks = 0;
      for (int i = 1; i <= LAST && i < fields.length; i++) {
        ticks += i == IDLE || i == WAITING ? 0 : Long.parseLong(fields[i]);
      }
      return ticks / TICKS_A_SECOND;
    }
  }
}
