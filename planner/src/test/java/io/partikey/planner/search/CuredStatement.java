package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement to which cures of its refusal are applied as they are written. */
final class CuredStatement {
  private static final Pattern ADD = Pattern.compile("add (.*?), (?:the |since )(.*)");
  private static final Pattern ADDITION =
      Pattern.compile(
          "(?<conditions>.*?)(?<on> to its ON)?(?: in the query of 1:(?<column>\\d+))?"
              + "(?: \\(a value or a column of (?<columns>[^)]*)\\))?");
  private static final Pattern QUALIFIED = Pattern.compile("(\\w+)\\.\\w+ = .*");
  private static final Pattern READ =
      Pattern.compile(
          "read FROM (?<name>[\\w.]+)(?: AS (?<alias>\\w+))?(?:, which holds only items with .*?)?"
              + "(?: in the query of 1:(?<column>\\d+))?");
  private static final Pattern WRITE =
      Pattern.compile("('(?:[^']|'')*'|CAST\\(.*\\)|\\S+) for (.+) at 1:(\\d+)");

  private final String statement;
  private final Conditioned conditioned;
  private final String columnsOf;

  /**
   * A statement.
   *
   * @param columnsOf the table of which a column is written where one will do; empty for a
   *     parameter
   */
  CuredStatement(String statement, String columnsOf) {
    this.statement = statement;
    this.conditioned = new Conditioned(statement);
    this.columnsOf = columnsOf;
  }

  /** Applies a cure of a part of the statement. */
  void apply(RefusalText.Part part, RefusalText.Line cure) {
    for (String clause : cure.text().split("; and ", -1)) {
      Matcher read = READ.matcher(clause);
      if (read.matches()) {
        read(part, read);
      } else if (clause.startsWith("write ")) {
        write(clause.substring("write ".length(), clause.indexOf(": ")));
      } else {
        add(part, clause);
      }
    }
  }

  /** The tables of which a cure leaves it open to write columns. */
  static List<String> tablesOf(RefusalText.Line cure) {
    return Pattern.compile(" a column of ([^)]*)\\)")
        .matcher(cure.text())
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(" or ", -1)))
        .distinct()
        .toList();
  }

  private void read(RefusalText.Part part, Matcher read) {
    int column = part.column();
    if (read.group("column") != null) {
      column = Integer.parseInt(read.group("column"));
    } else if (read.group("alias") != null) {
      column = conditioned.columnOf(read.group("alias"));
    }
    conditioned.read(column, read.group("name"));
  }

  /** Writes literals as a cure says: {@code '1' for 1 at 1:38}. */
  void write(String literals) {
    for (String literal : literals.split(" and ", -1)) {
      Matcher write = WRITE.matcher(literal);
      assertThat(write.matches()).as(literal).isTrue();
      int column = Integer.parseInt(write.group(3));
      assertThat(statement.substring(column - 1)).startsWith(write.group(2));
      conditioned.replace(column, write.group(2).length(), write.group(1));
    }
  }

  private void add(RefusalText.Part part, String clause) {
    Matcher add = ADD.matcher(clause);
    assertThat(add.matches()).as(clause).isTrue();
    for (String text : List.of(add.group(1).split(" and ", -1))) {
      Matcher addition = ADDITION.matcher(text);
      assertThat(addition.matches()).as(text).isTrue();
      String conditions = addition.group("conditions");
      assertThat(conditions).matches("[\\w.\"]+ = \\S+( AND [\\w.\"]+ = \\S+)*");
      int column = column(part, addition);
      String written = conditions.replace("…", value(addition));
      if (addition.group("on") == null) {
        conditioned.where(column, written);
      } else {
        conditioned.on(column, written);
      }
    }
  }

  private int column(RefusalText.Part part, Matcher addition) {
    if (addition.group("column") != null) {
      return Integer.parseInt(addition.group("column"));
    }
    Matcher qualified = QUALIFIED.matcher(addition.group("conditions"));
    return qualified.matches() ? conditioned.columnOf(qualified.group(1)) : part.column();
  }

  private String value(Matcher addition) {
    @Nullable String tables = addition.group("columns");
    return tables != null && List.of(tables.split(" or ", -1)).contains(columnsOf)
        ? columnsOf + ".anything"
        : "?";
  }

  String text() {
    return conditioned.text();
  }
}
