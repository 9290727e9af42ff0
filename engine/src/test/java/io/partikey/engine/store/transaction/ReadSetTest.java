package io.partikey.engine.store.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyRange;
import org.junit.jupiter.api.Test;

class ReadSetTest {
  private static final KeyRange ALL = new KeyRange(new byte[] {1}, new byte[] {9});

  @Test
  void remembersPagesInEitherDirectionAsOneRange() {
    byte[] three = {3};
    byte[] six = {6};
    ReadSet ascending = new ReadSet();
    ascending.add(ALL.through(three));
    ascending.add(ALL.after(three).through(six));
    ascending.add(ALL.after(six));
    assertThat(ascending.ranges()).hasSize(1);
    assertThat(ascending.ranges().get(0).start()).containsExactly(1);
    assertThat(ascending.ranges().get(0).end()).containsExactly(9);
    ReadSet descending = new ReadSet();
    descending.add(ALL.from(six));
    descending.add(ALL.before(six).from(three));
    assertThat(descending.ranges()).hasSize(1);
    assertThat(descending.ranges().get(0).start()).containsExactly(3);
    descending.add(ALL.through(new byte[] {2}));
    assertThat(descending.ranges()).hasSize(2);
  }

  @Test
  void refusesToRememberMoreThanItsMemory() {
    ReadSet reads = new ReadSet();
    int most = (int) (MemoryLimit.WRITE_SET.bytes() / 1000);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= most; i++) {
                byte[] key = new byte[1000];
                key[0] = (byte) i;
                key[1] = (byte) (i >> 8);
                key[2] = (byte) (i >> 16);
                reads.add(key);
                reads.add(key);
              }
            })
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("A transaction remembers which items it read")
        .extracting(e -> ((EngineException) e).code())
        .isEqualTo(ErrorCode.LIMIT_EXCEEDED);
    assertThat(reads.keys()).hasSizeBetween(most / 2, most);
  }
}
