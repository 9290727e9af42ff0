package io.partikey.jdbc;

import java.sql.DriverPropertyInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The properties of a connection: the one table that URL and {@link Properties} are read by, and
 * that {@link DriverPropertyInfo}, the data source's setters and the documentation follow.
 */
public enum ConnectionProperty {
  /** The language that statements are read in. */
  DIALECT(
      "dialect",
      Type.CHOICE,
      "sql",
      List.of("sql", "dynamodb"),
      "Language of the statements: PartiQL with what SQL users expect, or exactly DynamoDB's"),
  /** When a statement that no key bounds may run. */
  SCAN(
      "scan",
      Type.CHOICE,
      "reject",
      List.of("reject", "bounded", "allow"),
      "Reads that no key bounds: refused, allowed where LIMIT or the statement's most rows cap"
          + " them, or allowed"),
  /** When a commit is acknowledged. */
  DURABILITY(
      "durability",
      Type.CHOICE,
      "commit",
      List.of("commit", "periodic"),
      "When a commit is acknowledged: on disk, or at once, with at most a second to lose"),
  /** Who may have the files that are made. */
  FILE_ACCESS(
      "fileAccess",
      Type.CHOICE,
      "owner",
      List.of("owner", "group"),
      "Who may read and write the files of a database or a backup that is made: the user of the"
          + " process, or the group of the directory too; not on Windows"),
  /** Whether every write is refused. */
  READ_ONLY(
      "readOnly", Type.BOOLEAN, "false", "Refuses every statement that changes tables or items"),
  /** Whether SELECT * ends in the whole item. */
  DOCUMENT_COLUMN(
      "documentColumn",
      Type.BOOLEAN,
      "false",
      "Adds the column $doc with the whole item as JSON to SELECT * and to the metadata"),
  /** What text becomes that is bound to an attribute of lists, maps or sets. */
  DOCUMENT_BINDING(
      "documentBinding",
      Type.CHOICE,
      "",
      List.of("auto", "string", "strict"),
      "Text bound to an attribute that holds lists, maps or sets: read as JSON, stored as text, or"
          + " refused; auto in dialect sql and string in dialect dynamodb unless set"),
  /** What a JDBC null becomes. */
  NULL_BINDING(
      "nullBinding",
      Type.CHOICE,
      "",
      List.of("remove", "null"),
      "A null parameter: no attribute, or DynamoDB's NULL; remove in dialect sql and null in dialect"
          + " dynamodb unless set"),
  /** How rows are returned. */
  ROW_FORMAT(
      "rowFormat",
      Type.CHOICE,
      "columns",
      List.of("columns", "dynamodb-json"),
      "Rows as columns, or as the one column item in DynamoDB JSON"),
  /** Most columns of SELECT *. */
  MAX_COLUMNS(
      "maxColumns",
      Type.INTEGER,
      "400",
      "Most columns that SELECT * and the metadata show of a table"),
  /** How many items are read at once. */
  FETCH_SIZE(
      "fetchSize", Type.INTEGER, "0", "Items to read at once, 0 for the planner's choice; a hint"),
  /** Whether an unknown property is an error. */
  STRICT_PROPERTIES(
      "strictProperties",
      Type.BOOLEAN,
      "false",
      "Makes an unknown property an error instead of a warning"),
  /** Whether the planner is loaded in the background. */
  PLANNER_WARMUP(
      "plannerWarmup",
      Type.BOOLEAN,
      "true",
      "Loads the planner in the background from the first connection on"),
  /** Where DynamoDB answers. */
  ENDPOINT("endpoint", Type.TEXT, "", "Address of the service, for example of DynamoDB Local"),
  /** The profile of the credentials. */
  PROFILE("profile", Type.TEXT, "", "Profile of the AWS configuration that credentials come from"),
  /** The access key. */
  ACCESS_KEY_ID("accessKeyId", Type.TEXT, "", "AWS access key"),
  /** The secret of the access key. */
  SECRET_ACCESS_KEY("secretAccessKey", Type.SECRET, "", "Secret of the AWS access key"),
  /** The token of temporary credentials. */
  SESSION_TOKEN("sessionToken", Type.SECRET, "", "Token of temporary AWS credentials"),
  /** The role to assume. */
  ROLE_ARN("roleArn", Type.TEXT, "", "AWS role to assume"),
  /** How many items are looked at for columns. */
  SAMPLE(
      "sample", Type.INTEGER, "100", "Items of a DynamoDB table that are read to know its columns"),
  /** Most read units a second. */
  MAX_READ_UNITS(
      "maxReadUnits", Type.INTEGER, "0", "Most read units a second on DynamoDB, 0 for no limit"),
  /** Most write units a second. */
  MAX_WRITE_UNITS(
      "maxWriteUnits", Type.INTEGER, "0", "Most write units a second on DynamoDB, 0 for no limit"),
  /** Whether DDL may reach DynamoDB. */
  DDL("ddl", Type.BOOLEAN, "false", "Lets CREATE, ALTER and DROP reach DynamoDB");

  private final String propertyName;
  private final Type type;
  private final String defaultValue;

  // A copy that nobody can change, though its type does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> choices;

  private final String description;

  ConnectionProperty(String name, Type type, String defaultValue, String description) {
    this(
        name,
        type,
        defaultValue,
        type == Type.BOOLEAN ? List.of("true", "false") : List.of(),
        description);
  }

  ConnectionProperty(
      String name, Type type, String defaultValue, List<String> choices, String description) {
    this.propertyName = name;
    this.type = type;
    this.defaultValue = defaultValue;
    this.choices = List.copyOf(choices);
    this.description = description;
  }

  /** What values a property takes. */
  public enum Type {
    /** One of a few words. */
    CHOICE,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A whole number, at least 0. */
    INTEGER,
    /** Any text. */
    TEXT,
    /** Any text, never shown. */
    SECRET
  }

  /** The name in URL and {@link Properties}. */
  public String propertyName() {
    return propertyName;
  }

  /** What values it takes. */
  public Type type() {
    return type;
  }

  /** The value where none is given, empty for none. */
  public String defaultValue() {
    return defaultValue;
  }

  /** The values that it takes, empty where any of its type will do. */
  public List<String> choices() {
    return choices;
  }

  /** What it is for, in one sentence. */
  public String description() {
    return description;
  }

  /** Whether its value must never be shown. */
  public boolean secret() {
    return type == Type.SECRET;
  }

  /** Whether only a backend on DynamoDB knows it. */
  boolean forDynamoDb() {
    return compareTo(ENDPOINT) >= 0;
  }

  /** The property of a name, case-sensitive. */
  static Optional<ConnectionProperty> named(String name) {
    return Arrays.stream(values())
        .filter(property -> property.propertyName.equals(name))
        .findFirst();
  }

  /** This property as tools show it, with a value. */
  DriverPropertyInfo toPropertyInfo(String value) {
    DriverPropertyInfo info = new DriverPropertyInfo(propertyName, value);
    info.description = description;
    info.required = false;
    info.choices = choices.isEmpty() ? null : choices.toArray(String[]::new);
    return info;
  }
}
