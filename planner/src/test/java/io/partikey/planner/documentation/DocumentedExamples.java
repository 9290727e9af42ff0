package io.partikey.planner.documentation;

import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.TestSession;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.testing.GoldenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The examples of a page: fenced blocks whose statements begin with {@code > } and are followed by
 * what they answer. They run from the first to the last on one database.
 *
 * <pre>
 * &gt; SELECT a FROM t WHERE id = ?      -- ? = 1
 * a
 * 'x'
 * </pre>
 *
 * <p>With {@code -Dgolden.update=true} the answers are written again.
 */
final class DocumentedExamples {
  private static final String FENCE = "```";
  private static final Pattern PARAMETERS = Pattern.compile("-- \\? = (.*)$");
  private static final Pattern ERROR = Pattern.compile("^(\\d+:\\d+:\\d+ )?[A-Z_]+\n(?=[^ ])");

  private final TestSession session;
  private final StringBuilder page = new StringBuilder();
  private final List<String> statement = new ArrayList<>();
  private boolean example;
  private boolean answered;
  private boolean blank;

  private DocumentedExamples(TestSession session) {
    this.session = session;
  }

  /** Checks that every example of a page answers what the page says. */
  static void check(Path file) {
    GoldenFile.check(file, DocumentedExamples::answered);
  }

  private static String answered(String page) {
    try (TestSession session = TestSession.open(PlannerSettings.DEFAULT)) {
      DocumentedExamples examples = new DocumentedExamples(session);
      page.lines().forEach(examples::line);
      return examples.page.toString();
    }
  }

  private void line(String line) {
    if (line.startsWith("> ")) {
      answer();
      if (blank) {
        page.append('\n');
      }
      blank = false;
      example = true;
      add(line);
      return;
    }
    boolean continued = line.startsWith("  ") && !statement.isEmpty() && !answered;
    if (continued) {
      add(line);
      return;
    }
    answered = true;
    if (line.startsWith(FENCE)) {
      answer();
      example = false;
      blank = false;
    }
    if (example) {
      blank = line.isEmpty();
    } else {
      page.append(line).append('\n');
    }
  }

  private void add(String line) {
    answered = false;
    statement.add(line.substring(2));
    page.append(line).append('\n');
  }

  private void answer() {
    if (statement.isEmpty()) {
      return;
    }
    String text = String.join("\n", statement);
    statement.clear();
    Matcher parameters = PARAMETERS.matcher(text);
    String answer =
        parameters.find()
            ? session.answer(text, values(parameters.group(1)))
            : session.answer(text);
    page.append(ERROR.matcher(answer).replaceFirst("error: ").stripTrailing()).append('\n');
  }

  private AttributeValue[] values(String list) {
    return session.values("SELECT " + list).toArray(AttributeValue[]::new);
  }
}
