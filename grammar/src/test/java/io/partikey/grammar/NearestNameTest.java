package io.partikey.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "Genre, Genre, 0",
    "genre, GENRE, 0",
    "SELCT, SELECT, 1",
    "Gnere, Genre, 1",
    "Title, Tile, 1",
    "abc, xyz, 3",
    "'', abc, 3"
  })
  void countsLetters(String one, String other, int distance) {
    assertThat(NearestName.distance(one, other)).isEqualTo(distance);
    assertThat(NearestName.distance(other, one)).isEqualTo(distance);
  }

  @Test
  void namesWhatIsNear() {
    List<String> names = List.of("Music", "Musik", "Albums");
    assertThat(NearestName.to("Musc", names)).contains("Music");
    assertThat(NearestName.to("Mxsix", names)).isEmpty();
    assertThat(NearestName.to("Music", List.of())).isEmpty();
    assertThat(NearestName.hint("Album", names)).isEqualTo(" Did you mean \"Albums\"?");
  }
}
