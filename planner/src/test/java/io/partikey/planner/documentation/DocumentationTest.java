package io.partikey.planner.documentation;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about the language say what is so. */
class DocumentationTest {
  private static final Path PAGES = Path.of("..", "docs");

  @ParameterizedTest
  @ValueSource(strings = {"language.md", "values.md", "functions.md"})
  void examplesAnswerWhatThePageSays(String page) throws IOException {
    DocumentedExamples.check(PAGES.resolve(page));
  }
}
