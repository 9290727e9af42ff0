package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refusal as goldens show it, taken apart.
 *
 * @param parts the parts of the statement that lack a key, each with its cures
 * @param scanUnits what forcing it costs
 * @param sentences what is said beside verdicts, cures and the way to force it
 */
record RefusalText(List<Part> parts, double scanUnits, List<String> sentences) {
  private static final Pattern HEAD = Pattern.compile("1:(\\d+):\\d+ NOT_KEYED");
  private static final Pattern PLACE = Pattern.compile("^This .*? table \\S+ at 1:(\\d+)\\b.*");
  private static final Pattern FORCE =
      Pattern.compile(
          "To scan for about ([0-9.]+) RU(?: or more)?: write /\\*\\+ ALLOW_SCAN \\*/ behind the"
              + " first SELECT, UPDATE or DELETE, or connect with scan=allow\\.");
  private static final Pattern COST = Pattern.compile(" \\(then about ([0-9.]+) RU\\)$");

  /**
   * One part.
   *
   * @param column where the statement names the first table that the part would scan
   * @param cures each bounds all of the part
   */
  record Part(int column, List<Line> cures) {
    /** The cures that change the statement. */
    List<Line> ofStatement() {
      return cures.stream().filter(line -> !line.createsIndexes()).toList();
    }

    /** The cures that create indexes. */
    List<Line> ofTables() {
      return cures.stream().filter(Line::createsIndexes).toList();
    }
  }

  /**
   * One cure.
   *
   * @param text what is to be done
   * @param units what the part costs then; NaN where nothing is said
   */
  record Line(String text, double units) {
    private static final Pattern CREATE = Pattern.compile("create (?:an index|indexes): (.*)");

    boolean createsIndexes() {
      return CREATE.matcher(text).matches();
    }

    /** Whether it only writes literals otherwise, so that it comes first whatever it costs. */
    boolean writesLiterals() {
      return text.startsWith("write ") && !text.contains("; and ");
    }

    /** The statements that create indexes. */
    List<String> definitions() {
      Matcher create = CREATE.matcher(text);
      return create.matches() ? List.of(create.group(1).split("; ", -1)) : List.of();
    }
  }

  static RefusalText of(String golden) {
    List<String> lines = golden.lines().filter(line -> !line.isBlank()).toList();
    Matcher head = HEAD.matcher(lines.get(0));
    assertThat(head.matches()).as(lines.get(0)).isTrue();
    List<Part> parts = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    int column = Integer.parseInt(head.group(1));
    boolean begun = false;
    double scanUnits = Double.NaN;
    for (String line : lines.subList(1, lines.size())) {
      Matcher force = FORCE.matcher(line);
      if (line.startsWith("  ")) {
        begun = false;
        parts.get(parts.size() - 1).cures().add(line(line.strip()));
      } else if (line.startsWith("This would ")) {
        Matcher place = PLACE.matcher(line);
        if (!begun) {
          parts.add(
              new Part(
                  place.matches() ? Integer.parseInt(place.group(1)) : column, new ArrayList<>()));
        }
        begun = true;
      } else if (force.matches()) {
        scanUnits = Double.parseDouble(force.group(1));
      } else if (!line.equals("To bound it:") && !line.equals("To bound them all:")) {
        sentences.add(line);
      }
    }
    return new RefusalText(parts, scanUnits, sentences);
  }

  private static Line line(String text) {
    Matcher cost = COST.matcher(text);
    return cost.find()
        ? new Line(text.substring(0, cost.start()), Double.parseDouble(cost.group(1)))
        : new Line(text, Double.NaN);
  }
}
