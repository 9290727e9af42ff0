package io.partikey.planner.compile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.partikey.engine.backend.Catalog;
import io.partikey.engine.backend.MemoryLimit;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.PlannerSettings;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plans of the texts seen last. Bounded; thread-safe.
 *
 * <p>A plan is kept for the catalog that it was made on: any definition makes a new one, whose
 * plans are new. It is made anew after a while, since the counts that made it the cheapest change.
 */
final class PlanCache {
  // About what a plan takes, beside what it takes for each character of its statement.
  private static final int PLAN_BYTES = 8000;
  private static final int CHARACTER_BYTES = 50;
  private static final int LONGEST_TEXT = 20_000;
  private static final Duration AGE = Duration.ofMinutes(10);

  private final Cache<Key, CompiledStatement> plans =
      Caffeine.newBuilder()
          .maximumWeight(MemoryLimit.PLANS.bytes())
          .weigher((Key key, CompiledStatement plan) -> key.memoryBytes())
          .expireAfterWrite(AGE)
          .build();

  /**
   * What a plan depends on.
   *
   * @param text the statement
   * @param settings what the connection chose
   * @param catalog the tables; those of one moment are one instance
   */
  record Key(String text, PlannerSettings settings, Catalog catalog) {
    int memoryBytes() {
      return PLAN_BYTES + CHARACTER_BYTES * text.length();
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.catalog == catalog
          && key.text.equals(text)
          && key.settings.equals(settings);
    }

    @Override
    public int hashCode() {
      return 31 * text.hashCode() + System.identityHashCode(catalog);
    }
  }

  /**
   * The plan of a statement, made if there is none.
   *
   * @param stillRight whether a plan that was kept may be run
   * @param make makes the plan; what it raises is not kept
   */
  CompiledStatement get(
      Key key, Predicate<CompiledStatement> stillRight, Supplier<CompiledStatement> make) {
    @Nullable CompiledStatement known = plans.getIfPresent(key);
    if (known != null && stillRight.test(known)) {
      return known;
    }
    CompiledStatement made = make.get();
    boolean keeps =
        made instanceof CompiledQuery
            || made instanceof CompiledDynamoDbSelect
            || made instanceof CompiledWrite;
    if (keeps && key.text.length() <= LONGEST_TEXT) {
      plans.put(key, made);
    }
    return made;
  }
}
