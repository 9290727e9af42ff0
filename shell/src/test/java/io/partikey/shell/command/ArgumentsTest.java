package io.partikey.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.shell.session.ShellException;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void splitsAtBlanksOutsideOfQuotes() throws ShellException {
    assertThat(new Arguments("'my file.csv'  T null=\\N delimiter=' ' \"a\"\"b\"").words())
        .containsExactly("my file.csv", "T", "null=\\N", "delimiter= ", "a\"b");
  }

  @Test
  void keepsTheRestAsItWasTyped() throws ShellException {
    Arguments.FirstAndRest call =
        new Arguments("\"out file.csv\" SELECT 'a  b' FROM t").firstAndRest("");
    assertThat(call.first()).isEqualTo("out file.csv");
    assertThat(call.rest()).isEqualTo("SELECT 'a  b' FROM t");
  }

  @Test
  void saysWhichQuoteIsOpen() {
    assertThatThrownBy(() -> new Arguments("a 'b c").words())
        .isInstanceOf(ShellException.class)
        .hasMessage("A quote is not closed: 'b c");
  }

  @Test
  void namesTheNearestCommand() {
    assertThatThrownBy(() -> Commands.named("\\fromat"))
        .hasMessage("There is no command \\fromat. Did you mean \\format? \\? lists all.");
    assertThatThrownBy(() -> Commands.named("\\imp"))
        .hasMessage("There is no command \\imp. Did you mean \\import? \\? lists all.");
  }
}
