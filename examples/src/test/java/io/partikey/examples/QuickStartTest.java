package io.partikey.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class QuickStartTest {
  @Test
  void writesAndReadsByKey() throws Exception {
    StringWriter printed = new StringWriter();
    QuickStart.run("jdbc:partikey:mem:", new PrintWriter(printed, true));
    assertThat(printed.toString().lines()).containsExactly("b1 sits in 12A", "1 booking changed");
  }
}
