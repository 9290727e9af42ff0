package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.grammar.PartiqlKeywords;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetadataTest {
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void open() throws SQLException {
    connection = Airline.open("");
    metaData = connection.getMetaData();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  /** The values of some columns of each row, read by label, with a blank between them. */
  private static List<String> rows(ResultSet resultSet, String... labels) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (resultSet) {
      while (resultSet.next()) {
        List<String> values = new ArrayList<>();
        for (String label : labels) {
          values.add(String.valueOf(resultSet.getString(label)));
        }
        rows.add(String.join(" ", values));
      }
    }
    return rows;
  }

  @Test
  void listsTablesOfTheOnlySchema() throws SQLException {
    assertThat(
            rows(
                metaData.getTables(null, null, "%", null),
                "TABLE_CAT",
                "TABLE_SCHEM",
                "TABLE_NAME",
                "TABLE_TYPE",
                "REMARKS"))
        .containsExactly(
            "null main SeatsX2026 TABLE key (id)",
            "null main Seats_2026 TABLE key (Flight, RowNo), indexes ByPassenger");
    assertThat(rows(metaData.getSchemas(), "TABLE_SCHEM", "TABLE_CATALOG"))
        .containsExactly("main null");
    assertThat(rows(metaData.getCatalogs(), "TABLE_CAT")).isEmpty();
    assertThat(rows(metaData.getTableTypes(), "TABLE_TYPE")).containsExactly("TABLE");
    assertThat(connection.getSchema()).isEqualTo("main");
    assertThat(connection.getCatalog()).isNull();
  }

  @Test
  void selectsTablesByPattern() throws SQLException {
    assertThat(tables(null, null, null)).hasSize(2);
    assertThat(tables("", "main", "Seats_2026")).containsExactly("Seats_2026");
    assertThat(tables(null, "m%", "Seats_20%")).hasSize(2);
    assertThat(tables(null, null, "Seats\\_20%")).containsExactly("Seats_2026");
    assertThat(tables(null, "", "%")).isEmpty();
    assertThat(tables("other", null, "%")).isEmpty();
    assertThat(tables(null, null, "seats%")).isEmpty();
    assertThat(rows(metaData.getTables(null, null, "%", new String[] {"VIEW"}), "TABLE_NAME"))
        .isEmpty();
    assertThat(rows(metaData.getTables(null, null, "%", new String[] {"TABLE"}), "TABLE_NAME"))
        .hasSize(2);
  }

  private List<String> tables(
      @Nullable String catalog, @Nullable String schema, @Nullable String pattern)
      throws SQLException {
    return rows(metaData.getTables(catalog, schema, pattern, null), "TABLE_NAME");
  }

  @Test
  void listsColumnsKeysFirst() throws SQLException {
    assertThat(
            rows(
                metaData.getColumns(null, null, "Seats_2026", "%"),
                "ORDINAL_POSITION",
                "COLUMN_NAME",
                "TYPE_NAME",
                "DATA_TYPE",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS",
                "NULLABLE",
                "IS_NULLABLE",
                "REMARKS"))
        .containsExactly(
            "1 Flight VARCHAR 12 65535 null 0 NO partition key",
            "2 RowNo NUMERIC 2 38 10 0 NO sort key",
            "3 Passenger VARCHAR 12 65535 null 1 YES key of index ByPassenger",
            "4 Class VARCHAR 12 65535 null 1 YES declared",
            "5 Price NUMERIC 2 38 10 1 YES observed: N",
            "6 Meal JSON 12 65535 null 1 YES observed: M");
  }

  @Test
  void listsTheColumnsOfSelectStar() throws SQLException {
    List<String> expected =
        rows(metaData.getColumns(null, null, "Seats_2026", null), "COLUMN_NAME", "DATA_TYPE");
    for (String condition : List.of("( 0 = 1 )", "Flight = 'LH1'", "Flight = 'none'")) {
      String text = "SELECT * FROM Seats_2026 WHERE " + condition;
      assertThat(described(connection.prepareStatement(text).getMetaData())).isEqualTo(expected);
      assertThat(described(connection.createStatement().executeQuery(text).getMetaData()))
          .isEqualTo(expected);
    }
  }

  private static List<String> described(ResultSetMetaData columns) throws SQLException {
    List<String> described = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      described.add(columns.getColumnName(i) + " " + columns.getColumnType(i));
      assertThat(columns.getTableName(i)).isEqualTo("Seats_2026");
      assertThat(columns.getSchemaName(i)).isEqualTo("main");
      assertThat(columns.isNullable(i)).isEqualTo(i <= 2 ? 0 : 1);
      assertThat(columns.getColumnDisplaySize(i)).isLessThanOrEqualTo(65_535);
    }
    return described;
  }

  @Test
  void selectsColumnsByPattern() throws SQLException {
    assertThat(rows(metaData.getColumns(null, null, "%", "P%"), "TABLE_NAME", "COLUMN_NAME"))
        .containsExactly("Seats_2026 Passenger", "Seats_2026 Price");
    assertThat(rows(metaData.getColumns(null, null, "%", "%"), "TABLE_NAME")).hasSize(8);
  }

  @Test
  void describesThePrimaryKey() throws SQLException {
    assertThat(
            rows(
                metaData.getPrimaryKeys(null, null, "Seats_2026"),
                "COLUMN_NAME",
                "KEY_SEQ",
                "PK_NAME"))
        .containsExactly("Flight 1 PRIMARY", "RowNo 2 PRIMARY");
    assertThat(rows(metaData.getPrimaryKeys(null, null, null), "TABLE_NAME")).hasSize(3);
    assertThat(
            rows(
                metaData.getBestRowIdentifier(
                    null, null, "Seats_2026", DatabaseMetaData.bestRowSession, false),
                "SCOPE",
                "COLUMN_NAME",
                "TYPE_NAME"))
        .containsExactly("2 Flight VARCHAR", "2 RowNo NUMERIC");
  }

  @Test
  void describesIndexesAsNotUnique() throws SQLException {
    assertThat(
            rows(
                metaData.getIndexInfo(null, null, "Seats_2026", false, true),
                "NON_UNIQUE",
                "INDEX_NAME",
                "TYPE",
                "ORDINAL_POSITION",
                "COLUMN_NAME",
                "ASC_OR_DESC",
                "CARDINALITY"))
        .containsExactly(
            "false PRIMARY 3 1 Flight null 3",
            "false PRIMARY 3 2 RowNo A 3",
            "true ByPassenger 3 1 Passenger null 2",
            "true ByPassenger 3 2 Flight A 2");
    assertThat(rows(metaData.getIndexInfo(null, null, "Seats_2026", true, true), "INDEX_NAME"))
        .containsExactly("PRIMARY", "PRIMARY");
    assertThat(rows(metaData.getIndexInfo(null, null, null, false, true), "INDEX_NAME")).hasSize(5);
  }

  @Test
  void listsFiveTypes() throws SQLException {
    assertThat(
            rows(metaData.getTypeInfo(), "TYPE_NAME", "DATA_TYPE", "PRECISION", "LITERAL_PREFIX"))
        .containsExactly(
            "VARBINARY -3 65535 null",
            "NUMERIC 2 38 null",
            "VARCHAR 12 65535 '",
            "JSON 12 65535 '",
            "BOOLEAN 16 1 null");
  }

  @Test
  void showsTheDocumentColumnWhenAskedTo() throws SQLException {
    assertThat(rows(metaData.getPseudoColumns(null, null, "Seats_2026", "%"), "COLUMN_NAME"))
        .containsExactly("$doc");
    try (Connection withDocument = Airline.open("?documentColumn=true")) {
      List<String> columns =
          rows(
              withDocument.getMetaData().getColumns(null, null, "SeatsX2026", "%"),
              "COLUMN_NAME",
              "REMARKS");
      assertThat(columns)
          .containsExactly("id partition key", "other observed: N", "$doc the whole item");
      ResultSet rows =
          withDocument.createStatement().executeQuery("SELECT * FROM SeatsX2026 WHERE id = 'x'");
      rows.next();
      assertThat(rows.getString("$doc")).isEqualTo("{\"id\":\"x\",\"other\":1}");
    }
  }

  @Test
  void limitsColumns() throws SQLException {
    try (Connection limited = Airline.open("?maxColumns=3")) {
      assertThat(
              rows(limited.getMetaData().getColumns(null, null, "Seats_2026", "%"), "COLUMN_NAME"))
          .containsExactly("Flight", "RowNo", "Passenger");
      try (Statement statement = limited.createStatement()) {
        statement.execute("SELECT * FROM Seats_2026 WHERE Flight = 'LH1'");
        assertThat((Throwable) statement.getWarnings())
            .hasMessage(
                "3 attributes of table Seats_2026 not shown: maxColumns is 3. Select them by name,"
                    + " or connect with documentColumn=true or a larger maxColumns.");
        statement.execute("SELECT * FROM SeatsX2026 WHERE id = 'x'");
        assertThat((Throwable) statement.getWarnings()).isNull();
      }
    }
  }

  @Test
  void readsAlikeByPositionAndByLabel() throws SQLException {
    List<ResultSet> all = new ArrayList<>();
    all.add(metaData.getTables(null, null, "%", null));
    all.add(metaData.getColumns(null, null, "%", "%"));
    all.add(metaData.getPrimaryKeys(null, null, "Seats_2026"));
    all.add(metaData.getIndexInfo(null, null, "Seats_2026", false, false));
    all.add(metaData.getTypeInfo());
    for (ResultSet resultSet : all) {
      ResultSetMetaData columns = resultSet.getMetaData();
      while (resultSet.next()) {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          Object value = resultSet.getObject(i);
          assertThat(resultSet.getObject(columns.getColumnLabel(i))).isEqualTo(value);
          assertThat(
                  value == null || value.getClass().getName().equals(columns.getColumnClassName(i)))
              .isTrue();
        }
      }
    }
  }

  @Test
  void hasTheColumnsThatJdbcGives() throws SQLException {
    assertThat(labels(metaData.getTables(null, null, null, null)))
        .containsExactly(
            "TABLE_CAT",
            "TABLE_SCHEM",
            "TABLE_NAME",
            "TABLE_TYPE",
            "REMARKS",
            "TYPE_CAT",
            "TYPE_SCHEM",
            "TYPE_NAME",
            "SELF_REFERENCING_COL_NAME",
            "REF_GENERATION");
    assertThat(labels(metaData.getColumns(null, null, null, null))).hasSize(24);
    assertThat(labels(metaData.getTypeInfo())).hasSize(18);
    assertThat(labels(metaData.getIndexInfo(null, null, null, true, true))).hasSize(13);
    assertThat(labels(metaData.getImportedKeys(null, null, "t"))).hasSize(14);
    assertThat(labels(metaData.getAttributes(null, null, null, null))).hasSize(21);
    assertThat(labels(metaData.getProcedures(null, null, null))).hasSize(9);
    assertThat(labels(metaData.getProcedureColumns(null, null, null, null))).hasSize(20);
    assertThat(labels(metaData.getFunctions(null, null, null))).hasSize(6);
    assertThat(labels(metaData.getFunctionColumns(null, null, null, null))).hasSize(17);
    assertThat(labels(metaData.getUDTs(null, null, null, null))).hasSize(7);
    assertThat(labels(metaData.getPseudoColumns(null, null, null, null))).hasSize(12);
    assertThat(labels(metaData.getVersionColumns(null, null, null))).hasSize(8);
  }

  private static List<String> labels(ResultSet resultSet) throws SQLException {
    List<String> labels = new ArrayList<>();
    ResultSetMetaData columns = resultSet.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  @Test
  void answersWhatClientsDecideBy() throws SQLException {
    assertThat(metaData.getIdentifierQuoteString()).isEqualTo("\"");
    assertThat(metaData.getSearchStringEscape()).isEqualTo("\\");
    assertThat(metaData.getSQLKeywords().split(",", -1))
        .contains("MISSING", "UPSERT")
        .doesNotContain("SELECT")
        .allMatch(word -> word.matches("[A-Z_]+"))
        .isSorted();
    assertThat(metaData.supportsTransactions()).isTrue();
    assertThat(metaData.supportsBatchUpdates()).isTrue();
    assertThat(metaData.supportsMultipleResultSets()).isFalse();
    assertThat(metaData.supportsGetGeneratedKeys()).isFalse();
    assertThat(metaData.supportsResultSetType(ResultSet.TYPE_FORWARD_ONLY)).isTrue();
    assertThat(metaData.supportsResultSetType(ResultSet.TYPE_SCROLL_INSENSITIVE)).isFalse();
    assertThat(metaData.supportsTransactionIsolationLevel(4)).isTrue();
    assertThat(metaData.getURL()).isEqualTo("jdbc:partikey:mem:");
    List<Boolean> nulls =
        List.of(
            metaData.nullsAreSortedHigh(),
            metaData.nullsAreSortedLow(),
            metaData.nullsAreSortedAtStart(),
            metaData.nullsAreSortedAtEnd());
    assertThat(Collections.frequency(nulls, true)).isEqualTo(1);
  }

  @Test
  void saysThatNamesKeepTheirCaseAndAreFoundByIt() throws SQLException {
    assertThat(metaData.supportsMixedCaseIdentifiers()).isTrue();
    assertThat(metaData.supportsMixedCaseQuotedIdentifiers()).isTrue();
    assertThat(metaData.storesMixedCaseIdentifiers()).isTrue();
    assertThat(metaData.storesMixedCaseQuotedIdentifiers()).isTrue();
    assertThat(metaData.storesLowerCaseIdentifiers()).isFalse();
    assertThat(metaData.storesLowerCaseQuotedIdentifiers()).isFalse();
    assertThat(metaData.storesUpperCaseIdentifiers()).isFalse();
    assertThat(metaData.storesUpperCaseQuotedIdentifiers()).isFalse();
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO SeatsX2026 VALUE {'id': 'y', 'Other': 2}");
      statement.execute("CREATE TABLE seatsx2026 (ID STRING, PRIMARY KEY (ID))");
    }
    assertThat(rows(metaData.getColumns(null, null, "SeatsX2026", "%"), "COLUMN_NAME"))
        .containsExactly("id", "other", "Other");
    assertThat(rows(metaData.getColumns(null, null, "SeatsX2026", "Other"), "COLUMN_NAME"))
        .containsExactly("Other");
    assertThat(rows(metaData.getColumns(null, null, "seatsx2026", "%"), "COLUMN_NAME"))
        .containsExactly("ID");
    assertThat(rows(metaData.getPrimaryKeys(null, null, "seatsx2026"), "COLUMN_NAME"))
        .containsExactly("ID");
  }

  @Test
  void takesTheSchemaInStatements() throws SQLException {
    assertThat(metaData.supportsSchemasInDataManipulation()).isTrue();
    ResultSet rows =
        connection
            .createStatement()
            .executeQuery(
                "SELECT \"main\".\"SeatsX2026\".\"id\" FROM \"main\".\"SeatsX2026\" WHERE id = 'x'");
    assertThat(rows.next()).isTrue();
    try (Connection service = Airline.open("?dialect=dynamodb")) {
      assertThat(service.getMetaData().supportsSchemasInDataManipulation()).isFalse();
    }
  }

  @Test
  void tellsHowNullsAreSorted() throws SQLException {
    ResultSet rows =
        connection
            .createStatement()
            .executeQuery("SELECT Price FROM Seats_2026 WHERE Flight = 'LH1' ORDER BY Price");
    rows.next();
    assertThat(rows.getObject(1) == null).isEqualTo(metaData.nullsAreSortedLow());
    ResultSet descending =
        connection
            .createStatement()
            .executeQuery("SELECT Price FROM Seats_2026 WHERE Flight = 'LH1' ORDER BY Price DESC");
    descending.next();
    assertThat(descending.getObject(1) == null).isEqualTo(metaData.nullsAreSortedHigh());
  }

  @Test
  void knowsAllReservedWordsOfTheGrammar() {
    assertThat(Keywords.ALL).containsAll(PartiqlKeywords.reserved());
    assertThat(Keywords.ALL).doesNotContain("NAME", "STATUS", "TYPE");
  }

  @Test
  void describesMetadataAsWell() throws SQLException {
    ResultSetMetaData columns = metaData.getColumns(null, null, null, null).getMetaData();
    assertThat(columns.getColumnType(5)).isEqualTo(Types.INTEGER);
    assertThat(columns.getColumnClassName(5)).isEqualTo("java.lang.Integer");
    assertThat(columns.getColumnTypeName(1)).isEqualTo("VARCHAR");
  }
}
