package io.partikey.engine.store.rocks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A process, so described that another one can tell whether it still runs.
 *
 * <pre>
 * process 4711
 * started 8372634                                                    clock ticks since the boot, or
 *                                                                    milliseconds since 1970
 * system 4386a3ea-49dc-477c-ac6b-a943ac7ac59b pid:[4026531836]       boot and process namespace
 * host laptop
 * </pre>
 *
 * <p>A process number is given again, after a reboot or when it comes round; the start tells two
 * processes of one number apart. Linux counts starts from the boot, so the boot belongs to it. A
 * container has numbers of its own, and a shared volume may be used by another machine: of a
 * process of another system nothing can be told.
 *
 * @param pid the number of the process
 * @param started when it started, empty where that is not known
 * @param system where its number and start are of meaning
 * @param host the machine, for people
 */
record ProcessRecord(long pid, String started, String system, String host) {
  private static final int STATE_FIELD = 0;
  private static final int START_FIELD = 19;

  /** The process that runs this. */
  static ProcessRecord current() {
    long pid = ProcessHandle.current().pid();
    return new ProcessRecord(pid, started(pid), currentSystem(), hostName());
  }

  /** Reads what {@link #toText} wrote; empty if it is not that. */
  static Optional<ProcessRecord> parse(String text) {
    Map<String, String> values =
        text.lines()
            .filter(line -> line.indexOf(' ') > 0)
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(' ')),
                    line -> line.substring(line.indexOf(' ') + 1),
                    (first, again) -> first));
    @Nullable String pid = values.get("process");
    if (pid == null || !pid.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessRecord(
            Long.parseLong(pid),
            values.getOrDefault("started", ""),
            values.getOrDefault("system", ""),
            values.getOrDefault("host", "")));
  }

  String toText() {
    return "process %d\nstarted %s\nsystem %s\nhost %s\n".formatted(pid, started, system, host);
  }

  /** The process in words. */
  String describe() {
    return "process " + pid + (host.isEmpty() ? "" : " on host " + host);
  }

  /** Whether it is certain that this process still runs. */
  boolean isRunning() {
    return !started.isEmpty() && system.equals(currentSystem()) && started.equals(started(pid));
  }

  /** When a process started; empty if it does not run, or nothing is known of it. */
  private static String started(long pid) {
    Path file = Path.of("/proc", Long.toString(pid), "stat");
    if (!Files.isReadable(file)) {
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().startInstant())
          .map(start -> Long.toString(start.toEpochMilli()))
          .orElse("");
    }
    try {
      String text = Files.readString(file);
      // The name before may hold anything.
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      boolean ended = fields[STATE_FIELD].equals("Z") || fields[STATE_FIELD].equals("X");
      return ended ? "" : fields[START_FIELD];
    } catch (IOException | IndexOutOfBoundsException endedMeanwhile) {
      return "";
    }
  }

  private static String currentSystem() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + " "
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException noLinux) {
      return System.getProperty("os.name", "");
    }
  }

  private static String hostName() {
    @Nullable String name = System.getenv("HOSTNAME");
    if (name != null && !name.isEmpty()) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }
}
