package io.partikey.shell.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.shell.session.ShellException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportOptionsTest {
  @Test
  void replacesItemsAndStopsAtTheFirstErrorUnlessToldOtherwise() throws ShellException {
    ImportOptions options = ImportOptions.parse(List.of());
    assertThat(options.mode()).isEqualTo(WriteMode.REPLACE);
    assertThat(options.skipErrors()).isZero();
  }

  @Test
  void readsAllOptions() throws ShellException {
    ImportOptions options =
        ImportOptions.parse(
            List.of("mode=Insert", "columns=a, b,c", "delimiter=tab", "skip-errors=5"));
    assertThat(options.mode()).isEqualTo(WriteMode.INSERT);
    assertThat(options.columns()).contains(List.of("a", "b", "c"));
    assertThat(options.delimiter()).contains('\t');
    assertThat(options.skipErrors()).isEqualTo(5);
  }

  @Test
  void namesWhatAnOptionTakes() {
    assertThatThrownBy(() -> parse("mod=insert"))
        .hasMessageStartingWith("There is no option \"mod=insert\". Options: format= mode=");
    assertThatThrownBy(() -> parse("mode=merge"))
        .hasMessage("mode= takes insert, upsert, replace, not \"merge\".");
    assertThatThrownBy(() -> parse("types=a:decimal"))
        .hasMessage("types=a: takes string, number, boolean, binary, document, not \"decimal\".");
    assertThatThrownBy(() -> parse("skip-errors=some")).hasMessageContaining("takes a number");
    assertThatThrownBy(() -> parse("delimiter=||")).hasMessageContaining("one character or tab");
  }

  @Test
  void writesOneItemWithAParameter() {
    assertThat(WriteMode.UPSERT.statement("my \"table"))
        .isEqualTo("UPSERT INTO \"my \"\"table\" VALUE ?");
  }

  private static void parse(String option) throws ShellException {
    ImportOptions.parse(List.of(option));
  }
}
