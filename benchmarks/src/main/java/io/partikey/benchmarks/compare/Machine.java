package io.partikey.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * On what was measured.
 *
 * @param processor the model of the processor
 * @param cores how many processors the JVM sees
 * @param memoryGigabytes the memory
 * @param system the operating system with its version
 * @param java the JVM with its version
 * @param fileSystem the kind of file system that the databases were on
 */
record Machine(
    String processor,
    int cores,
    long memoryGigabytes,
    String system,
    String java,
    String fileSystem) {

  /** The one that this runs on. */
  static Machine current(Path databases) throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        model(),
        system.getAvailableProcessors(),
        Math.round(system.getTotalMemorySize() / 1e9),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        Files.getFileStore(databases).type());
  }

  private static String model() throws IOException {
    Path linux = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(linux)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(linux)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
