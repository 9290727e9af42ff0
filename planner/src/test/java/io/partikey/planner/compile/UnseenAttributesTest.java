package io.partikey.planner.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.planner.TestSession;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.PlannerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnseenAttributesTest {
  private TestSession session;

  @BeforeEach
  void open() {
    session = TestSession.open(PlannerSettings.DEFAULT);
    session.answer("CREATE TABLE Music (Artist STRING, Label STRING, PRIMARY KEY (Artist))");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void hasItems() {
    session.answer("INSERT INTO Music VALUE {'Artist': 'Abba', 'Genre': 'pop'}");
  }

  @Test
  void namesTheAttributeThatWasProbablyMeant() {
    hasItems();
    CompiledStatement query = session.compile("SELECT Gnere FROM Music WHERE Artist = 'Abba'");
    assertThat(query.warnings(session.backend()))
        .containsExactly(
            "No item of table Music has ever had an attribute \"Gnere\". Did you mean \"Genre\"?");
  }

  @Test
  void warnsUntilAnItemHasTheAttribute() {
    hasItems();
    CompiledStatement update =
        session.compile("UPDATE Music SET Genre = 'x' WHERE Artist = 'Abba' AND Plays > 3");
    assertThat(update.warnings(session.backend()))
        .containsExactly("No item of table Music has ever had an attribute \"Plays\".");
    session.answer("INSERT INTO Music VALUE {'Artist': 'Wire', 'Plays': 4}");
    assertThat(update.warnings(session.backend())).isEmpty();
  }

  @Test
  void isSilentAboutDeclaredAttributes() {
    hasItems();
    assertThat(
            session
                .compile("SELECT Label, Genre FROM Music WHERE Artist = 'Abba'")
                .warnings(session.backend()))
        .isEmpty();
  }

  @Test
  void isSilentAboutAttributesThatAWriteAsksFor() {
    hasItems();
    assertThat(
            session
                .compile("UPDATE Music SET Plays = 1 WHERE Artist = 'Abba' AND Plays IS MISSING")
                .warnings(session.backend()))
        .isEmpty();
  }

  @Test
  void isSilentAsLongAsATableHasNoItems() {
    CompiledStatement query = session.compile("SELECT Gnere FROM Music WHERE Artist = 'Abba'");
    assertThat(query.warnings(session.backend())).isEmpty();
    hasItems();
    assertThat(query.warnings(session.backend())).hasSize(1);
  }
}
