package io.partikey.planner.search;

import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ScanPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Plans a statement on eight threads of a cold JVM at once; see {@link LoadedClassesTest}. */
final class PlanOnManyThreads {
  private static final int THREADS = 8;

  private PlanOnManyThreads() {}

  public static void main(String[] arguments) throws Exception {
    PlannedStatement planner = new PlannedStatement(Dialect.SQL, ScanPolicy.REJECT);
    Callable<List<String>> statement =
        () -> planner.explain("SELECT * FROM Music WHERE Artist = 'a' ORDER BY Song DESC LIMIT 5");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    Set<List<String>> plans = new HashSet<>();
    for (Future<List<String>> plan :
        threads.invokeAll(Stream.generate(() -> statement).limit(THREADS).toList())) {
      plans.add(plan.get());
    }
    threads.shutdown();
    if (plans.size() != 1) {
      throw new IllegalStateException("the threads found " + plans);
    }
  }
}
