package io.partikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import io.partikey.architecture.cycle.Facade;
import io.partikey.architecture.cycle.room.Inhabitant;
import org.junit.jupiter.api.Test;

/** The rules about cycles notice one between a package and what stands below it. */
final class RoomsTest {
  private static final String HOUSE = "io.partikey.architecture.cycle";

  @Test
  void aCycleOfAPackageWithItsOwnSubpackageIsNoticed() {
    JavaClasses cycle = new ClassFileImporter().importClasses(Facade.class, Inhabitant.class);
    EvaluationResult result = Rooms.haveNoCycles(HOUSE).evaluate(cycle);
    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().toString()).contains("Facade", "Inhabitant");
  }

  @Test
  void oneDirectionIsAllowed() {
    JavaClasses below = new ClassFileImporter().importClasses(Inhabitant.class);
    assertThat(Rooms.haveNoCycles(HOUSE).allowEmptyShould(true).evaluate(below).hasViolation())
        .isFalse();
  }
}
