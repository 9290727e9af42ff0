package io.partikey.planner.define;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.CreateTable;
import java.util.HashMap;
import java.util.Map;

/** Tables for tests, by their CREATE TABLE statements. */
public final class TestTables {
  /** What most tests read: songs, orders and users. */
  public static final Catalog CATALOG =
      catalog(
          """
          CREATE TABLE Music (Artist STRING, Song STRING, Year NUMBER, Genre STRING, Label STRING,
            PRIMARY KEY (Artist, Song),
            GLOBAL INDEX ByGenre (Genre, Year) INCLUDE (Label),
            LOCAL INDEX ByYear (Year) KEYS ONLY)
          """,
          "CREATE TABLE Users (id STRING, mail STRING, PRIMARY KEY (id), GLOBAL INDEX ByMail (mail))",
          "CREATE TABLE Orders (userId STRING, orderId NUMBER, PRIMARY KEY (userId, orderId))",
          "CREATE TABLE Blobs (hash BINARY, PRIMARY KEY (hash))");

  private TestTables() {}

  /** A catalog of the tables that statements create. */
  public static Catalog catalog(String... statements) {
    Map<String, TableDescription> tables = new HashMap<>();
    for (String statement : statements) {
      TableDescription table = table(statement);
      tables.put(table.name(), table);
    }
    return Catalog.of(1, tables);
  }

  /** The table that a statement creates. */
  public static TableDescription table(String statement) {
    CreateTable tree = (CreateTable) StatementParser.parseStatement(statement);
    return TableDefinitions.described(tree, tree.table().last().value());
  }
}
