package io.partikey.clients;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.sqlgenerator.core.CreateDatabaseChangeLogTableGenerator;
import liquibase.statement.core.CreateDatabaseChangeLogTableStatement;
import org.jspecify.annotations.Nullable;

/**
 * All that Liquibase has to be told to work on PartiKey: the schema without a procedure call, the
 * time as a literal, and a key for its change log, which it makes without one.
 */
public final class LiquibaseAdapter extends AbstractJdbcDatabase {
  /** One as Liquibase makes it. */
  public LiquibaseAdapter() {
    super.setCurrentDateTimeFunction("CURRENT_TIMESTAMP");
  }

  static void register() {
    DatabaseFactory.getInstance().register(new LiquibaseAdapter());
    SqlGeneratorFactory.getInstance().register(new ChangeLogTable());
  }

  @Override
  public boolean isCorrectDatabaseImplementation(DatabaseConnection connection)
      throws DatabaseException {
    return connection.getDatabaseProductName().equals(getDefaultDatabaseProductName());
  }

  @Override
  public @Nullable String getDefaultDriver(String url) {
    return url.startsWith("jdbc:partikey:") ? "io.partikey.jdbc.PartiKeyDriver" : null;
  }

  @Override
  protected String getConnectionSchemaName() {
    try {
      return ((JdbcConnection) getConnection()).getUnderlyingConnection().getSchema();
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  @Override
  public String getCurrentDateTimeFunction() {
    return "'" + LocalDateTime.now(ZoneOffset.UTC) + "'";
  }

  @Override
  public String getShortName() {
    return "partikey";
  }

  @Override
  protected String getDefaultDatabaseProductName() {
    return "PartiKey";
  }

  @Override
  public @Nullable Integer getDefaultPort() {
    return null;
  }

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public boolean supportsInitiallyDeferrableColumns() {
    return false;
  }

  @Override
  public boolean supportsTablespaces() {
    return false;
  }

  @Override
  public boolean supportsCatalogs() {
    return false;
  }

  /** The change log by file and id of the change set. */
  private static final class ChangeLogTable extends CreateDatabaseChangeLogTableGenerator {
    @Override
    public int getPriority() {
      return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(CreateDatabaseChangeLogTableStatement statement, Database database) {
      return database instanceof LiquibaseAdapter;
    }

    @Override
    public Sql[] generateSql(
        CreateDatabaseChangeLogTableStatement statement,
        Database database,
        @SuppressWarnings("rawtypes") SqlGeneratorChain chain) {
      return new Sql[] {
        new UnparsedSql(
            "CREATE TABLE "
                + database.getDatabaseChangeLogTableName()
                + " (FILENAME STRING, ID STRING, AUTHOR STRING, DATEEXECUTED STRING,"
                + " ORDEREXECUTED NUMBER, EXECTYPE STRING, MD5SUM STRING, DESCRIPTION STRING,"
                + " COMMENTS STRING, TAG STRING, LIQUIBASE STRING, CONTEXTS STRING, LABELS STRING,"
                + " DEPLOYMENT_ID STRING, PRIMARY KEY (FILENAME, ID))")
      };
    }
  }
}
