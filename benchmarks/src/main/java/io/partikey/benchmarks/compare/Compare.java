package io.partikey.benchmarks.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code benchmarks/compare}. */
@Command(
    name = "compare",
    description = {
      "Measures PartiKey beside other embedded stores and writes a report.",
      "With two reports, tells in what they differ beyond the spread of their rounds."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Everything went well.",
      "1:A measurement failed, or the second report is worse in something.",
      "2:The command line makes no sense."
    })
final class Compare implements Callable<Integer> {
  /** Where the sources are, which {@code benchmarks/compare} says. */
  private static final Path ROOT = Path.of(System.getProperty("compare.root", "."));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..2",
      paramLabel = "REPORT",
      description = "Two reports, the earlier one first.")
  private List<Path> reports = new ArrayList<>();

  @Option(
      names = {"-w", "--workloads"},
      split = ",",
      paramLabel = "NAME",
      description =
          "What to measure; all if not given. point means point-1, point-2 and so on, too.")
  private List<String> workloads = new ArrayList<>();

  @Option(
      names = {"-p", "--peers"},
      split = ",",
      paramLabel = "NAME",
      description =
          "Beside what: sqlite, sqlite-tuned, h2, rocksdb, heap, base. All but base if not given.")
  private List<String> peers = List.of("sqlite", "sqlite-tuned", "h2", "rocksdb", "heap");

  @Option(
      names = "--base",
      paramLabel = "JAR",
      description =
          "The jar partikey-jdbc-all of another build, which becomes the peer base. With --peers"
              + " base nothing else is measured.")
  private String base = "";

  @Option(names = "--items", description = "Items of the usual table (${DEFAULT-VALUE}).")
  private int items = Effort.ITEMS;

  @Option(names = "--rounds", description = "Rounds that count (${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(names = "--seconds", description = "Length of a round (${DEFAULT-VALUE}).")
  private double seconds = 0.4;

  @Option(names = "--heap", description = "Heap of each JVM (${DEFAULT-VALUE}).")
  private String heap = "1g";

  @Option(
      names = "--seed",
      description = "Where the random keys begin; another place each time if not given.")
  private long seed = System.nanoTime();

  @Option(
      names = "--work",
      paramLabel = "DIRECTORY",
      description = "Where databases are made; its disk is measured.")
  private Path work = Path.of(System.getProperty("java.io.tmpdir"));

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the report goes; benchmarks/target/compare-COMMIT.json if not given.")
  private @Nullable Path out;

  @Option(
      names = "--cpu",
      description =
          "Compare by the processor time of an operation, not by its duration: for machines that"
              + " others use. What waits for a disk costs nothing then.")
  private boolean byProcessor;

  @Option(names = "--list", description = "Lists what can be measured, and does not.")
  private boolean list;

  @Option(names = "--show", paramLabel = "REPORT", description = "Prints the tables of a report.")
  private @Nullable Path shown;

  @Option(
      names = "--page",
      paramLabel = "REPORT",
      description = "Writes docs/performance.md with the figures of a report of a quiet machine.")
  private @Nullable Path page;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Compare()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      Workloads.ALL.forEach(workload -> print(workload.describe()));
      return 0;
    }
    if (shown != null) {
      print(new ReportTables(Report.read(shown), speed()).toString());
      return 0;
    }
    if (page != null) {
      PerformancePage.write(Report.read(page), ROOT);
      return 0;
    }
    if (reports.isEmpty()) {
      return measure();
    }
    if (reports.size() != 2) {
      throw new ParameterException(spec.commandLine(), "Give two reports, or none to measure.");
    }
    Differences differences =
        new Differences(Report.read(reports.get(0)), Report.read(reports.get(1)), speed());
    print(differences.toString());
    return differences.anyWorse() ? 1 : 0;
  }

  private int measure() throws Exception {
    List<Workload> chosen = chosen();
    Path databases = Files.createTempDirectory(work, "partikey-compare-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Databases.deleteQuietly(databases)));
    Effort effort = new Effort(items, rounds, seconds, heap, seed);
    Contests contests = new Contests(chosen, peers(), effort, base, databases);
    System.err.println(contests.plan());
    String commit = Commit.current(ROOT);
    Report report =
        new Report(
            commit,
            LocalDate.now(Clock.systemUTC()).toString(),
            Machine.current(databases),
            effort,
            contests.run());
    Path file = out != null ? out : ROOT.resolve("benchmarks/target/compare-" + commit + ".json");
    report.write(file);
    print(new ReportTables(report, speed()).toString());
    System.err.println("Report: " + file);
    warnOfOthers(report);
    return 0;
  }

  private static void warnOfOthers(Report report) {
    if (!report.isQuiet()) {
      System.err.printf(
          "Others used up to %.0f %% of the processors meanwhile: believe no times, and of ratios"
              + " those of --cpu; measure again.%n",
          report.others() * 100);
    }
  }

  private Speed speed() {
    return byProcessor ? Speed.BY_PROCESSOR : Speed.BY_CLOCK;
  }

  private List<Peer> peers() {
    List<Peer> chosen = new ArrayList<>();
    for (String name : peers) {
      chosen.add(Peer.of(name));
    }
    if (!base.isEmpty() && !chosen.contains(Peer.BASE)) {
      chosen.add(Peer.BASE);
    }
    if (base.isEmpty() && chosen.contains(Peer.BASE)) {
      throw new ParameterException(spec.commandLine(), "The peer base needs --base JAR.");
    }
    return chosen;
  }

  private List<Workload> chosen() {
    if (workloads.isEmpty()) {
      return Workloads.ALL;
    }
    List<Workload> chosen =
        Workloads.ALL.stream()
            .filter(workload -> workloads.stream().anyMatch(workload::is))
            .toList();
    for (String name : workloads) {
      if (chosen.stream().noneMatch(workload -> workload.is(name))) {
        throw new ParameterException(
            spec.commandLine(), "There is no workload " + name + "; --list names all of them.");
      }
    }
    return chosen;
  }

  private static void print(String text) {
    System.out.println(text.stripTrailing());
  }
}
