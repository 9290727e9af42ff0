package io.partikey.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs a class of seeded tests as the build does, and looks at what it kept. */
class SeededTestTest {
  private final Path resources;
  private final Path file;

  SeededTestTest(@TempDir Path resources) {
    this.resources = resources;
    this.file = resources.resolve("io/partikey/testing/SeededTestTest$Fixture.seeds");
  }

  /** Seeded tests of which those fail that a case says. */
  static final class Fixture {
    static final List<Long> SEEDS = new ArrayList<>();
    static LongPredicate fails = seed -> false;
    static LongPredicate failsBefore = seed -> false;
    static LongPredicate failsAfter = seed -> false;

    @BeforeEach
    void before(long seed) {
      assertThat(failsBefore.test(seed)).isFalse();
    }

    @SeededTest(fresh = 3, nightly = 5)
    void holds(long seed) {
      Assumptions.assumeTrue(seed != 13);
      SEEDS.add(seed);
      if (fails.test(seed)) {
        throw new IllegalArgumentException("does not hold");
      }
    }

    @AfterEach
    void after(long seed) {
      assertThat(failsAfter.test(seed)).isFalse();
    }
  }

  @BeforeEach
  void nothingFails() {
    Fixture.SEEDS.clear();
    Fixture.fails = seed -> false;
    Fixture.failsBefore = seed -> false;
    Fixture.failsAfter = seed -> false;
  }

  private Events run(Map<String, String> parameters) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Fixture.class))
        .configurationParameter("test.resources", resources.toString())
        .configurationParameter("nightly", "false")
        .configurationParameters(parameters)
        .execute()
        .testEvents();
  }

  private List<String> kept() throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void runsFreshSeedsAndKeepsNoneThatPasses() {
    run(Map.of()).assertStatistics(events -> events.started(3).succeeded(3));
    run(Map.of()).assertStatistics(events -> events.started(3).succeeded(3));
    assertThat(Fixture.SEEDS).hasSize(6).doesNotHaveDuplicates();
    run(Map.of("nightly", "true")).assertStatistics(events -> events.started(5).succeeded(5));
    run(Map.of("seeds", "7")).assertStatistics(events -> events.started(7).succeeded(7));
    assertThat(file).doesNotExist();
  }

  @Test
  void writesASeedThatFailsAndRunsItFirstTheNextTime() throws IOException {
    Fixture.fails = seed -> Fixture.SEEDS.indexOf(seed) == 1;
    run(Map.of()).assertStatistics(events -> events.started(3).failed(1));
    long failed = Fixture.SEEDS.get(1);
    assertThat(kept()).containsExactly("holds " + failed);

    nothingFails();
    Fixture.fails = seed -> seed == failed;
    run(Map.of()).assertStatistics(events -> events.started(4).failed(1));
    assertThat(Fixture.SEEDS).hasSize(4).startsWith(failed);
    assertThat(kept()).as("once").containsExactly("holds " + failed);
  }

  @Test
  void keepsAFewSeedsOfWhatFailsWithEach() throws IOException {
    Fixture.fails = seed -> true;
    run(Map.of("seeds", "10")).assertStatistics(events -> events.failed(10));
    assertThat(kept()).hasSize(3);
  }

  @Test
  void namesTheSeedInTheTestAndInTheFailure() {
    Fixture.fails = seed -> true;
    Event finished = run(Map.of("seed", "-77")).finished().stream().findFirst().orElseThrow();
    assertThat(finished.getTestDescriptor().getDisplayName()).isEqualTo("seed -77");
    assertThat(finished.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow())
        .hasMessageContainingAll("seed -77", file.toString(), "does not hold")
        .hasCauseExactlyInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void runsTheSeedAloneThatIsGiven() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "holds 5\n");
    run(Map.of("seed", "6")).assertStatistics(events -> events.started(1).succeeded(1));
    assertThat(Fixture.SEEDS).containsExactly(6L);
  }

  @Test
  void keepsSeedsWhosePreparationOrEndFails() throws IOException {
    Fixture.failsBefore = seed -> true;
    run(Map.of("seed", "1")).assertStatistics(events -> events.failed(1));
    nothingFails();
    Fixture.failsAfter = seed -> true;
    run(Map.of("seed", "2")).assertStatistics(events -> events.failed(1));
    assertThat(kept()).containsExactly("holds 1", "holds 2");
  }

  @Test
  void keepsNoSeedWhoseRunWasGivenUp() {
    run(Map.of("seed", "13")).assertStatistics(events -> events.aborted(1).failed(0));
    assertThat(file).doesNotExist();
  }

  @Test
  void leavesSeedsOfOtherTestsAlone() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# ours\nother 5\n");
    Fixture.fails = seed -> true;
    run(Map.of("seed", "6"));
    assertThat(file).hasContent("# ours\nother 5\nholds 6");
  }

  @Test
  void saysWhichLineIsNoSeed() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "holds five\n");
    assertThat(
            EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Fixture.class))
                .configurationParameter("test.resources", resources.toString())
                .execute()
                .containerEvents()
                .failed()
                .stream()
                .map(each -> each.getRequiredPayload(TestExecutionResult.class))
                .map(result -> String.valueOf(result.getThrowable().orElseThrow().getMessage())))
        .singleElement()
        .asString()
        .contains(file.toString(), "holds five");
  }
}
