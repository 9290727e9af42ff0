package io.partikey.jdbc;

import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.jdbc.type.SqlType;
import io.partikey.planner.api.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The description of a database. What there is not is an empty result of the columns that JDBC
 * gives it, never an error. Thread-safe; the result sets are independent of each other.
 */
final class PartiKeyDatabaseMetaData extends NamesAndLimits {
  private static final String TABLE = "TABLE";

  private final Session session;
  private final Connection connection;
  private final String url;
  private final CatalogView catalogView;

  PartiKeyDatabaseMetaData(Session session, Connection connection, String url) {
    this.session = session;
    this.connection = connection;
    this.url = url;
    this.catalogView = new CatalogView(session);
  }

  private ResultSet empty(MetadataShape shape) throws SQLException {
    session.ensureOpen();
    return new MetadataRows(shape).toResultSet(session);
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public String getURL() {
    return url;
  }

  @Override
  public boolean isReadOnly() {
    return session.isReadOnly();
  }

  // In dialect sql main.Orders is a table of the schema; DynamoDB takes it for an index of a table.

  @Override
  public boolean supportsSchemasInDataManipulation() {
    return session.config().dialect() == Dialect.SQL;
  }

  @Override
  public boolean supportsSchemasInTableDefinitions() {
    return supportsSchemasInDataManipulation();
  }

  @Override
  public boolean supportsSchemasInIndexDefinitions() {
    return supportsSchemasInDataManipulation();
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return empty(MetadataShape.CATALOGS);
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  public ResultSet getSchemas(@Nullable String catalog, @Nullable String schemaPattern)
      throws SQLException {
    session.ensureOpen();
    MetadataRows rows = new MetadataRows(MetadataShape.SCHEMAS);
    if (CatalogView.isOurs(catalog, schemaPattern)) {
      rows.add(DriverInfo.SCHEMA, null);
    }
    return rows.toResultSet(session);
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    session.ensureOpen();
    return new MetadataRows(MetadataShape.TABLE_TYPES).add(TABLE).toResultSet(session);
  }

  @Override
  public ResultSet getTables(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      String @Nullable [] types)
      throws SQLException {
    MetadataRows rows = new MetadataRows(MetadataShape.TABLES);
    if (types == null || Arrays.asList(types).contains(TABLE)) {
      for (TableDescription table : catalogView.matching(catalog, schemaPattern, tablePattern)) {
        rows.add(
            null,
            DriverInfo.SCHEMA,
            table.name(),
            TABLE,
            remarks(table),
            null,
            null,
            null,
            null,
            null);
      }
    }
    return rows.toResultSet(session);
  }

  private static String remarks(TableDescription table) {
    String key =
        table.key().attributes().stream()
            .map(KeyAttribute::name)
            .collect(Collectors.joining(", ", "key (", ")"));
    return table.indexes().isEmpty()
        ? key
        : table.indexes().stream()
            .map(IndexDescription::name)
            .collect(Collectors.joining(", ", key + ", indexes ", ""));
  }

  @Override
  public ResultSet getColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern)
      throws SQLException {
    return new ColumnMetadata(session)
        .columns(catalogView.matching(catalog, schemaPattern, tablePattern), columnPattern);
  }

  @Override
  public ResultSet getPseudoColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern)
      throws SQLException {
    return new ColumnMetadata(session)
        .pseudoColumns(catalogView.matching(catalog, schemaPattern, tablePattern), columnPattern);
  }

  @Override
  public ResultSet getBestRowIdentifier(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      int scope,
      boolean nullable)
      throws SQLException {
    return new ColumnMetadata(session).rowIdentifier(catalogView.named(catalog, schema, table));
  }

  @Override
  public ResultSet getPrimaryKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return new KeyMetadata(session).primaryKeys(catalogView.named(catalog, schema, table));
  }

  @Override
  public ResultSet getIndexInfo(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      boolean unique,
      boolean approximate)
      throws SQLException {
    return new KeyMetadata(session).indexInfo(catalogView.named(catalog, schema, table), unique);
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    session.ensureOpen();
    MetadataRows rows = new MetadataRows(MetadataShape.TYPE_INFO);
    for (SqlType type : SqlType.OF_ATTRIBUTES) {
      @Nullable String quote = type.isText() ? "'" : null;
      rows.add(
          type.name(),
          type.code(),
          type.precision(),
          quote,
          quote,
          null,
          typeNullable,
          type.isText(),
          typeSearchable,
          false,
          false,
          false,
          type.name(),
          type.isNumeric() ? 0 : null,
          type.isNumeric() ? type.precision() : null,
          null,
          null,
          type.isNumeric() ? 10 : null);
    }
    return rows.toResultSet(session);
  }

  @Override
  public ResultSet getClientInfoProperties() throws SQLException {
    session.ensureOpen();
    MetadataRows rows = new MetadataRows(MetadataShape.CLIENT_INFO_PROPERTIES);
    ClientInfo.NAMES.forEach(name -> rows.add(name, 255, "", "Kept with the connection"));
    return rows.toResultSet(session);
  }

  // What there is not.

  @Override
  public ResultSet getVersionColumns(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return empty(MetadataShape.ROW_IDENTIFIER);
  }

  @Override
  public ResultSet getImportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return empty(MetadataShape.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getExportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return empty(MetadataShape.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getCrossReference(
      @Nullable String parentCatalog,
      @Nullable String parentSchema,
      @Nullable String parentTable,
      @Nullable String foreignCatalog,
      @Nullable String foreignSchema,
      @Nullable String foreignTable)
      throws SQLException {
    return empty(MetadataShape.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getTablePrivileges(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String tablePattern)
      throws SQLException {
    return empty(MetadataShape.TABLE_PRIVILEGES);
  }

  @Override
  public ResultSet getColumnPrivileges(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String columnPattern)
      throws SQLException {
    return empty(MetadataShape.COLUMN_PRIVILEGES);
  }

  @Override
  public ResultSet getProcedures(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String namePattern)
      throws SQLException {
    return empty(MetadataShape.PROCEDURES);
  }

  @Override
  public ResultSet getProcedureColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String namePattern,
      @Nullable String columnPattern)
      throws SQLException {
    return empty(MetadataShape.PROCEDURE_COLUMNS);
  }

  @Override
  public ResultSet getFunctions(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String namePattern)
      throws SQLException {
    return empty(MetadataShape.FUNCTIONS);
  }

  @Override
  public ResultSet getFunctionColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String namePattern,
      @Nullable String columnPattern)
      throws SQLException {
    return empty(MetadataShape.FUNCTION_COLUMNS);
  }

  @Override
  public ResultSet getUDTs(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String typePattern,
      int @Nullable [] types)
      throws SQLException {
    return empty(MetadataShape.USER_TYPES);
  }

  @Override
  public ResultSet getSuperTypes(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String typePattern)
      throws SQLException {
    return empty(MetadataShape.SUPER_TYPES);
  }

  @Override
  public ResultSet getSuperTables(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String tablePattern)
      throws SQLException {
    return empty(MetadataShape.SUPER_TABLES);
  }

  @Override
  public ResultSet getAttributes(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String typePattern,
      @Nullable String attributePattern)
      throws SQLException {
    return empty(MetadataShape.ATTRIBUTES);
  }

  @Override
  public <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    return Unwrapping.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(@Nullable Class<?> type) {
    return Unwrapping.isWrapper(this, type);
  }
}
