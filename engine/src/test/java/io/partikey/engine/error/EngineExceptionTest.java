package io.partikey.engine.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineExceptionTest {
  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void statesHaveFiveCharactersAndServiceNamesAreNames(ErrorCode code) {
    assertThat(code.sqlState()).matches("[0-9A-Z]{5}");
    assertThat(code.serviceCode()).matches("[A-Z][A-Za-z]+");
  }

  /** Connection pools close a connection on these. */
  @Test
  void onlyDeadConnectionsHaveStatesOfClass08() {
    assertThat(ErrorCode.values())
        .filteredOn(code -> code.sqlState().startsWith("08"))
        .containsExactlyInAnyOrder(ErrorCode.CANNOT_OPEN, ErrorCode.CLOSED);
  }

  @Test
  void carriesItsPlaceInTheStatement() {
    StatementPosition position = new StatementPosition(2, 7, 3);
    EngineException error = new EngineException(ErrorCode.SYNTAX_ERROR, "wrong", position);

    assertThat(error.position()).contains(position);
    assertThat(position).hasToString("2:7:3");
    assertThat(new EngineException(ErrorCode.SYNTAX_ERROR, "wrong").position()).isEmpty();
    assertThatThrownBy(() -> new StatementPosition(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
