package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

/** Liquibase, with the few things that it has to be told. */
class LiquibaseIT {
  private static final String CHANGES = "io/partikey/clients/changelog.sql";

  /** Its log and its lock are read without a key. */
  private static final String URL = Airline.url("liquibase") + "?scan=allow";

  @Test
  void runsChangeSetsOnce() throws Exception {
    LiquibaseAdapter.register();
    try {
      assertThat(update()).containsExactly("1", "2", "3");
      assertThat(update()).isEmpty();
      assertThat(column("SELECT Name FROM Crew WHERE Rank = 'captain'")).containsExactly("ada");
      assertThat(column("SELECT ID FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED"))
          .containsExactly("1", "2", "3");
      assertThat(column("SELECT LOCKED FROM DATABASECHANGELOGLOCK")).containsExactly("false");
    } finally {
      Airline.shutDown("liquibase");
    }
  }

  /** Runs what has not been run; the ids of its change sets. */
  private static List<String> update() throws SQLException, LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(
                new JdbcConnection(DriverManager.getConnection(URL)));
    assertThat(database).isInstanceOf(LiquibaseAdapter.class);
    try (Liquibase liquibase =
        new Liquibase(CHANGES, new ClassLoaderResourceAccessor(), database)) {
      liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
      List<String> run =
          liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
              .map(changeSet -> changeSet.getId())
              .toList();
      liquibase.update(new Contexts(), new LabelExpression());
      return run;
    }
  }

  private static List<String> column(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }
}
