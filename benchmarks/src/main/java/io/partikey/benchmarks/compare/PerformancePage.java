package io.partikey.benchmarks.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page docs/performance.md: how it is measured, and the figures of one report. */
final class PerformancePage {
  static final Path FILE = Path.of("docs/performance.md");

  private static final String NO_FIGURES =
      "There are none here yet: they belong to a run on a machine that does nothing else.\n";

  private PerformancePage() {}

  /**
   * Writes the page.
   *
   * @param root where the sources are
   * @throws IllegalArgumentException if others used the machine while the report was measured
   */
  static void write(Report report, Path root) throws IOException {
    if (!report.isQuiet()) {
      throw new IllegalArgumentException(
          "Others used up to "
              + Math.round(report.others() * 100)
              + " % of the processors while this was measured. Measure on a quiet machine.");
    }
    Files.writeString(root.resolve(FILE), text(figures(report)));
  }

  /** The page without figures. */
  static String withoutFigures() throws IOException {
    return text(NO_FIGURES);
  }

  private static String text(String figures) throws IOException {
    try (InputStream template = PerformancePage.class.getResourceAsStream("performance.md")) {
      if (template == null) {
        throw new IllegalStateException("The template of the page is missing");
      }
      String workloads =
          Workloads.ALL.stream().map(Workload::describe).collect(Collectors.joining("\n"));
      return new String(template.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${workloads}", workloads)
          .replace("${figures}", figures.stripTrailing());
    }
  }

  private static String figures(Report report) {
    Machine machine = report.machine();
    Effort effort = report.effort();
    return String.format(
        Locale.ROOT,
        "Commit %s, %s: %d processors (%s), %d GB of memory, %s, %s, %s; %,d items, %d rounds of %s"
            + " seconds, heap %s. Others used at most %.0f %% of the processors.%n%n%s",
        report.commit(),
        report.date(),
        machine.cores(),
        machine.processor(),
        machine.memoryGigabytes(),
        machine.fileSystem(),
        machine.system(),
        machine.java(),
        effort.items(),
        effort.rounds(),
        effort.seconds(),
        effort.heap(),
        report.others() * 100,
        new ReportTables(report, Speed.BY_CLOCK));
  }
}
