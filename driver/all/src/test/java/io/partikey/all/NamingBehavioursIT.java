package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Behaviours 36 to 40: names, patterns, the schema, declarations, and the documentation. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(60)
class NamingBehavioursIT {
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void open() throws SQLException {
    connection = Tool.airline("?scan=bounded");
    metaData = connection.getMetaData();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  @Order(36)
  void namesKeepTheirCaseAndReservedWordsOfTheServiceAreNames() throws SQLException {
    assertThat(metaData.getIdentifierQuoteString()).isEqualTo("\"");
    assertThat(metaData.storesMixedCaseIdentifiers()).isTrue();
    assertThat(metaData.supportsMixedCaseIdentifiers()).isTrue();
    assertThat(metaData.storesMixedCaseQuotedIdentifiers()).isTrue();
    assertThat(metaData.supportsMixedCaseQuotedIdentifiers()).isTrue();
    assertThat(metaData.storesUpperCaseIdentifiers()).isFalse();
    assertThat(metaData.getSQLKeywords().split(",", -1))
        .isNotEmpty()
        .allMatch(word -> word.matches("[A-Z_]+"));
    assertThat(metaData.getExtraNameCharacters()).isEmpty();
    Tool.update(
        connection,
        "INSERT INTO Empty (id, name, status, Value, count, date, user, type)"
            + " VALUES ('a', 'n', 's', 'v', 1, 'd', 'u', 't')");
    assertThat(
            Tool.rows(
                connection,
                "SELECT name, status, Value, e.count, date, user, type FROM Empty e"
                    + " WHERE id = 'a' AND status = 's' ORDER BY name"))
        .containsExactly("n s v 1 d u t");
    assertThat(Tool.rows(connection, "SELECT value FROM Empty WHERE id = 'a'"))
        .containsExactly("null");
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.enquoteIdentifier("a.b\"c", false)).isEqualTo("\"a.b\"\"c\"");
      assertThat(statement.enquoteLiteral("it's")).isEqualTo("'it''s'");
      assertThat(statement.isSimpleIdentifier("Seats_2026")).isTrue();
      assertThat(statement.isSimpleIdentifier("select")).isFalse();
      assertThat(statement.enquoteIdentifier("n".repeat(255), false)).hasSize(255);
    }
  }

  @Test
  @Order(37)
  void patternsMeanAllOrEscapeAndAnExactNameWins() throws SQLException {
    assertThat(tables(null)).hasSize(3);
    assertThat(tables("%")).hasSize(3);
    assertThat(tables("Seats_2026")).containsExactly("Seats_2026");
    assertThat(tables("Seats_20%")).containsExactly("SeatsX2026", "Seats_2026");
    assertThat(tables("Seats\\_20%")).containsExactly("Seats_2026");
    assertThat(Tool.rows(metaData.getColumns(null, "main", "Seats_2026", "%"), "TABLE_NAME"))
        .containsOnly("Seats_2026");
    assertThat(Tool.rows(metaData.getColumns(null, null, null, "id"), "TABLE_NAME"))
        .containsExactly("Empty", "SeatsX2026");
    assertThat(Tool.rows(metaData.getPrimaryKeys(null, null, null))).hasSize(4);
    assertThat(Tool.rows(metaData.getIndexInfo(null, null, null, false, true))).hasSize(6);
    assertThat(Tool.rows(metaData.getImportedKeys(null, null, null))).isEmpty();
  }

  private List<String> tables(String pattern) throws SQLException {
    return Tool.rows(metaData.getTables(null, null, pattern, null), "TABLE_NAME");
  }

  @Test
  @Order(38)
  void thereIsOneSchemaWithoutACatalogEverywhere() throws SQLException {
    assertThat(Tool.rows(metaData.getSchemas())).containsExactly("main null");
    assertThat(Tool.rows(metaData.getCatalogs())).isEmpty();
    assertThat(connection.getSchema()).isEqualTo("main");
    assertThat(connection.getCatalog()).isNull();
    assertThat(Tool.rows(metaData.getTables(null, null, "%", null), "TABLE_CAT", "TABLE_SCHEM"))
        .containsOnly("null main");
    assertThat(metaData.supportsSchemasInDataManipulation()).isTrue();
    assertThat(metaData.supportsCatalogsInDataManipulation()).isFalse();
    assertThat(Tool.rows(connection, "SELECT other FROM \"main\".\"SeatsX2026\" WHERE id = 'x'"))
        .containsExactly("1");
    assertThat(Tool.update(connection, "UPDATE main.SeatsX2026 SET other = 2 WHERE id = 'x'"))
        .isEqualTo(1);
  }

  @Test
  @Order(39)
  void declaredColumnsAreKeptAndExplainReturnsRows() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE DATABASECHANGELOG (ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255),"
              + " ORDEREXECUTED INT NOT NULL, LIQUIBASE VARCHAR(20), DONE BOOLEAN, BLOBBED BINARY,"
              + " TAGS STRING SET, PRIMARY KEY (ID))");
      assertThat(statement.getUpdateCount()).isZero();
      assertThat(statement.execute("EXPLAIN SELECT * FROM Empty WHERE id = 'a'")).isTrue();
      assertThat(Tool.rows(statement.getResultSet())).anyMatch(line -> line.contains("KeyGet"));
    }
    assertThat(
            Tool.rows(
                metaData.getColumns(null, null, "DATABASECHANGELOG", "%"),
                "COLUMN_NAME",
                "TYPE_NAME",
                "REMARKS"))
        .containsExactly(
            "ID VARCHAR partition key",
            "AUTHOR VARCHAR declared",
            "ORDEREXECUTED NUMERIC declared",
            "LIQUIBASE VARCHAR declared",
            "DONE BOOLEAN declared",
            "BLOBBED VARBINARY declared",
            "TAGS JSON declared");
  }

  @Test
  @Order(40)
  void theDocumentationHasTheStepsInTheToolsOwnWords() throws IOException {
    String tools =
        Files.readString(ShadedJar.PROJECT.resolve("docs/tools.md")).replaceAll("\\s+", " ");
    assertThat(tools)
        .contains("io.partikey.jdbc.PartiKeyDriver", "partikey-jdbc-all-0.1.0.jar")
        .as("DBeaver")
        .contains(
            "Driver Manager",
            "*Class Name*",
            "*URL Template*",
            "`jdbc:partikey:file:{folder}`",
            "*Embedded*",
            "*No authentication*",
            "*Libraries*",
            "*Unquoted string case* `lower`",
            "*Escape LIKE masks in search queries*",
            "`{'a': 1}`")
        .as("LibreOffice")
        .contains("*Class Path*", "Respect the result set type from the database driver")
        .as("DataGrip")
        .contains("*Introspect using JDBC metadata*")
        .as("sqlline")
        .contains("--isolation=default", " -d io.partikey.jdbc.PartiKeyDriver", " -u ");
  }
}
