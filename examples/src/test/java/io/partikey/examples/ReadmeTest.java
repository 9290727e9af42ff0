package io.partikey.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs what README shows: its Java is the quick start's, its statements run as it says. */
final class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern STATEMENT =
      Pattern.compile("(?ms)(.+?);[ ]*(?:-- refused: (\\w{5}))?$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private final String readme;

  ReadmeTest() throws Exception {
    readme = Files.readString(ROOT.resolve("README.md"));
  }

  @Test
  void showsTheQuickStart() throws Exception {
    String program =
        Files.readString(Path.of("src/main/java/io/partikey/examples/QuickStart.java"));
    String shown =
        program
            .substring(program.indexOf("// README: begin"), program.indexOf("// README: end"))
            .lines()
            .skip(1)
            .map(line -> line.replaceFirst("^ {4}", "").stripTrailing())
            .reduce("", (text, line) -> text + line + "\n")
            .stripTrailing();
    assertThat(blocks("java")).containsExactly(shown + "\n");
  }

  @Test
  void showsStatementsThatRunAsItSays() throws Exception {
    int refused = 0;
    int run = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:partikey:mem:");
        Statement statement = connection.createStatement()) {
      for (String block : blocks("sql")) {
        Matcher matcher = STATEMENT.matcher(block);
        while (matcher.find()) {
          String text = matcher.group(1).strip();
          if (matcher.group(2) == null) {
            statement.execute(text);
            run++;
          } else {
            SQLException refusal =
                catchThrowableOfType(SQLException.class, () -> statement.execute(text));
            assertThat((Throwable) refusal).as(text).isNotNull();
            assertThat(refusal.getSQLState()).as(text).isEqualTo(matcher.group(2));
            refused++;
          }
        }
      }
    }
    assertThat(run).isGreaterThan(10);
    assertThat(refused).isPositive();
  }

  @Test
  void linksToWhatIsThere() {
    List<String> targets = LINK.matcher(readme).results().map(found -> found.group(1)).toList();
    assertThat(targets).isNotEmpty().allSatisfy(t -> assertThat(ROOT.resolve(t)).exists());
  }

  private List<String> blocks(String language) {
    return BLOCK
        .matcher(readme)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2))
        .toList();
  }
}
