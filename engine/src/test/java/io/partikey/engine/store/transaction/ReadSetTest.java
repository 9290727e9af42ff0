package io.partikey.engine.store.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import org.junit.jupiter.api.Test;

class ReadSetTest {
  private static final KeyRange ALL = new KeyRange(key(1), key(9));

  @Test
  void remembersPagesInEitherDirectionAsOneRange() {
    byte[] three = key(3);
    byte[] six = key(6);
    ReadSet ascending = new ReadSet();
    ascending.add(ALL.through(three), 0);
    ascending.add(ALL.after(three).through(six), 0);
    ascending.add(ALL.after(six), 0);
    assertThat(ascending.ranges()).hasSize(1);
    assertThat(ascending.ranges().get(0).start()).containsExactly(key(1));
    assertThat(ascending.ranges().get(0).end()).containsExactly(key(9));
    ReadSet descending = new ReadSet();
    descending.add(ALL.from(six), 0);
    descending.add(ALL.before(six).from(three), 0);
    assertThat(descending.ranges()).hasSize(1);
    assertThat(descending.ranges().get(0).start()).containsExactly(key(3));
    descending.add(ALL.through(key(2)), 0);
    assertThat(descending.ranges()).hasSize(2);
  }

  @Test
  void keepsTablesApartThatLieSideBySide() {
    ReadSet reads = new ReadSet();
    reads.add(KeyLayout.allOf(7), 1);
    reads.add(KeyLayout.allOf(8), 1);
    assertThat(reads.ranges()).hasSize(2);
    assertThat(reads.objects()).containsExactlyInAnyOrder(7, 8);
  }

  private static byte[] key(int last) {
    return new byte[] {0, 0, 0, 5, (byte) last};
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
