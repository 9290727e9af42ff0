package io.partikey.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.store.rocks.HaltingProcess;
import io.partikey.testing.ChildProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Processes of which the first ends after one step, and each after one more than the one before.
 * The next one starts while what the last one left is looked at.
 */
final class HaltingProcesses implements AutoCloseable {
  private final IntFunction<List<String>> paths;
  private ChildProcess process;
  private int steps = 1;

  /** Processes that get the paths of their numbers of steps. */
  HaltingProcesses(IntFunction<List<String>> paths) throws IOException {
    this.paths = paths;
    this.process = start();
  }

  private ChildProcess start() throws IOException {
    List<String> arguments = new ArrayList<>(List.of(Integer.toString(steps)));
    arguments.addAll(paths.apply(steps));
    return ChildProcess.run(HaltingProcess.class, arguments.toArray(String[]::new));
  }

  /** What the next process said until its end. */
  List<String> next() throws IOException, InterruptedException {
    List<String> said = process.readRest();
    assertThat(said).hasSize(steps);
    process.close();
    steps++;
    process = start();
    return said;
  }

  /** Ends the process whose turn did not come, so that it holds nothing any more. */
  @Override
  public void close() throws IOException {
    try {
      process.kill();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      process.close();
    }
  }
}
