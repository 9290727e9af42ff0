package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

final class WarmUpTest {
  @Test
  void everyShapeIsKeyed() {
    assertThatCode(() -> new PlanSearch().warmUp()).doesNotThrowAnyException();
  }
}
