package io.partikey.planner.dynamodb.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.ErrorCode;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExaminationTest {
  private final List<Stage> looked = new ArrayList<>();

  @Test
  void namesTheMistakeOfTheEarliestStageHoweverTheLooksWereAdded() {
    Examination examination =
        new Examination("")
            .look(Stage.TABLE, () -> mistaken(Stage.TABLE))
            .look(Stage.WHERE, () -> mistaken(Stage.WHERE))
            .look(Stage.CLAUSES, () -> right(Stage.CLAUSES));

    assertThatThrownBy(examination::require).hasMessage("WHERE");
    assertThat(looked).containsExactly(Stage.CLAUSES, Stage.WHERE);
  }

  @Test
  void takesAllLooksWhereNothingIsWrong() {
    new Examination("")
        .look(Stage.TABLE, () -> right(Stage.TABLE))
        .look(Stage.SOURCE, () -> right(Stage.SOURCE))
        .require();

    assertThat(looked).containsExactly(Stage.SOURCE, Stage.TABLE);
  }

  private Optional<Mistake> mistaken(Stage stage) {
    looked.add(stage);
    return Optional.of(Mistake.of(stage, ErrorCode.VALIDATION, stage.name()));
  }

  private Optional<Mistake> right(Stage stage) {
    looked.add(stage);
    return Optional.empty();
  }
}
