package io.partikey.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests run in the order that follows from a seed, whichever way they are found. */
class RandomOrderTest {
  private static final List<String> RUN = new ArrayList<>();

  private abstract static class Fixture {
    @Test
    void one(TestInfo test) {
      ran(test);
    }

    @Test
    void two(TestInfo test) {
      ran(test);
    }

    @Test
    void three(TestInfo test) {
      ran(test);
    }

    private void ran(TestInfo test) {
      RUN.add(getClass().getSimpleName() + "." + test.getTestMethod().orElseThrow().getName());
    }
  }

  static final class First extends Fixture {}

  static final class Second extends Fixture {}

  static final class Third extends Fixture {}

  private static List<String> order(int seed, Class<?>... found) {
    RUN.clear();
    EngineTestKit.Builder build =
        EngineTestKit.engine("junit-jupiter").enableImplicitConfigurationParameters(true);
    for (Class<?> each : found) {
      build.selectors(selectClass(each));
    }
    build.configurationParameter("order.seed", Integer.toString(seed)).execute();
    return List.copyOf(RUN);
  }

  @Test
  void isTheSameForASeed() {
    for (int seed = 0; seed < 5; seed++) {
      assertThat(order(seed, First.class, Second.class, Third.class))
          .hasSize(9)
          .isEqualTo(order(seed, Third.class, First.class, Second.class));
    }
  }

  @Test
  void differsAmongSeedsForClassesAndForTests() {
    Set<String> firstClasses = new HashSet<>();
    Set<List<String>> testsOfFirst = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      List<String> order = order(seed, First.class, Second.class, Third.class);
      firstClasses.add(order.get(0).replaceFirst("\\..*", ""));
      testsOfFirst.add(order.stream().filter(each -> each.startsWith("First.")).toList());
    }
    assertThat(firstClasses).hasSize(3);
    assertThat(testsOfFirst).hasSize(6);
  }
}
