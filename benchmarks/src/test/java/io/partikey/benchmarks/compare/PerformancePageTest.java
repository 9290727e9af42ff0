package io.partikey.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is what the command writes; only the figures are those of some run. */
final class PerformancePageTest {
  private static final Path PAGE = Path.of("..").resolve(PerformancePage.FILE);
  private static final String FIGURES = "## Figures";

  @Test
  void isWhatTheCommandWrites() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, PerformancePage.withoutFigures());
    }

    assertThat(beforeFigures(Files.readString(PAGE)))
        .as("run with -Dgolden.update=true, or the command with --page")
        .isEqualTo(beforeFigures(PerformancePage.withoutFigures()));
  }

  private static String beforeFigures(String page) {
    assertThat(page).contains(FIGURES);
    return page.substring(0, page.indexOf(FIGURES));
  }
}
