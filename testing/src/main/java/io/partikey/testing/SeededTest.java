package io.partikey.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of random data, whose method takes the {@code long seed} that all of it follows from.
 *
 * <p>It runs first with every seed with which it ever failed, then with fresh ones. A seed that
 * fails is written into a file of the class's name among the test resources of its package, such as
 * {@code src/test/resources/io/partikey/engine/store/CrashTest.seeds}, to be committed with what
 * mends the fault; of what fails with every seed, a few are kept. {@code -Dseed=N} runs one seed
 * alone, {@code -Dseeds=N} runs N fresh ones. The seed of a run is printed, for runs that never
 * end, and stands in its name and in the message of its failure.
 */
@Documented
@ExtendWith(Seeds.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
public @interface SeededTest {
  /** How many fresh seeds it runs with. */
  int fresh() default 1;

  /** How many in a build by night, with {@code -Dnightly=true}; none says as many as by day. */
  int nightly() default 0;
}
