package io.partikey.jdbc;

import java.io.PrintWriter;
import java.io.Serializable;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.logging.Logger;
import javax.naming.Reference;
import javax.naming.Referenceable;
import javax.naming.StringRefAddr;
import javax.sql.CommonDataSource;
import org.jspecify.annotations.Nullable;

/**
 * What describes a database: a bean with the URL and every {@link ConnectionProperty}. Values are
 * checked when a connection is opened; those in the URL win.
 *
 * <p>A directory by JNDI keeps it as a reference, of which {@link PartiKeyDataSourceFactory} makes
 * an equal one; a reference holds passwords and secrets as they were set.
 *
 * <p>Set it up in one thread; opening connections is thread-safe afterwards.
 */
public abstract sealed class PartiKeyCommonDataSource
    implements CommonDataSource, Referenceable, Serializable
    permits PartiKeyDataSource, PartiKeyConnectionPoolDataSource {
  private static final long serialVersionUID = 1;

  private static final String URL = "url";
  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String LOGIN_TIMEOUT = "loginTimeout";

  private final Properties properties = new Properties();
  private String url = "";
  private @Nullable String user;
  private @Nullable String password;
  private int loginTimeout;
  private transient @Nullable PrintWriter logWriter;

  PartiKeyCommonDataSource() {}

  /** The database that this describes, to be opened by whoever asks for it. */
  final OpenedDatabase open() throws SQLException {
    if (!ConnectionUrl.accepts(url)) {
      throw SqlExceptions.cannotConnect(
          "The data source has no URL of PartiKey; call setUrl(\"jdbc:partikey:...\") first");
    }
    Properties copy = new Properties();
    copy.putAll(properties);
    return Databases.open(url, copy);
  }

  /** What a directory keeps: everything that was set. */
  @Override
  public final Reference getReference() {
    Reference reference =
        new Reference(getClass().getName(), PartiKeyDataSourceFactory.class.getName(), null);
    add(reference, URL, url);
    add(reference, USER, user);
    add(reference, PASSWORD, password);
    add(reference, LOGIN_TIMEOUT, String.valueOf(loginTimeout));
    properties
        .stringPropertyNames()
        .forEach(name -> add(reference, name, properties.getProperty(name)));
    return reference;
  }

  private static void add(Reference reference, String name, @Nullable String value) {
    if (value != null) {
      reference.add(new StringRefAddr(name, value));
    }
  }

  /**
   * Sets everything by what a directory kept.
   *
   * @param content what was kept under a name, null for nothing
   */
  final void describeBy(Function<String, @Nullable String> content) {
    url = Objects.requireNonNullElse(content.apply(URL), "");
    user = content.apply(USER);
    password = content.apply(PASSWORD);
    loginTimeout = Integer.parseInt(Objects.requireNonNullElse(content.apply(LOGIN_TIMEOUT), "0"));
    for (ConnectionProperty property : ConnectionProperty.values()) {
      set(property, content.apply(property.propertyName()));
    }
  }

  /** The URL. */
  public String getUrl() {
    return url;
  }

  /** Sets the URL. */
  public void setUrl(String url) {
    this.url = url;
  }

  /** The user, which nothing asks for. */
  public @Nullable String getUser() {
    return user;
  }

  /** Sets a user, which nothing asks for. */
  public void setUser(@Nullable String user) {
    this.user = user;
  }

  /** The password, which nothing asks for. */
  public @Nullable String getPassword() {
    return password;
  }

  /** Sets a password, which nothing asks for. */
  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  /** The property {@code dialect}. */
  public String getDialect() {
    return get(ConnectionProperty.DIALECT);
  }

  /** Sets the property {@code dialect}. */
  public void setDialect(@Nullable String value) {
    set(ConnectionProperty.DIALECT, value);
  }

  /** The property {@code scan}. */
  public String getScan() {
    return get(ConnectionProperty.SCAN);
  }

  /** Sets the property {@code scan}. */
  public void setScan(@Nullable String value) {
    set(ConnectionProperty.SCAN, value);
  }

  /** The property {@code durability}. */
  public String getDurability() {
    return get(ConnectionProperty.DURABILITY);
  }

  /** Sets the property {@code durability}. */
  public void setDurability(@Nullable String value) {
    set(ConnectionProperty.DURABILITY, value);
  }

  /** The property {@code fileAccess}. */
  public String getFileAccess() {
    return get(ConnectionProperty.FILE_ACCESS);
  }

  /** Sets the property {@code fileAccess}. */
  public void setFileAccess(@Nullable String value) {
    set(ConnectionProperty.FILE_ACCESS, value);
  }

  /** The property {@code readOnly}. */
  public boolean isReadOnly() {
    return Boolean.parseBoolean(get(ConnectionProperty.READ_ONLY));
  }

  /** Sets the property {@code readOnly}. */
  public void setReadOnly(boolean value) {
    set(ConnectionProperty.READ_ONLY, String.valueOf(value));
  }

  /** The property {@code documentColumn}. */
  public boolean isDocumentColumn() {
    return Boolean.parseBoolean(get(ConnectionProperty.DOCUMENT_COLUMN));
  }

  /** Sets the property {@code documentColumn}. */
  public void setDocumentColumn(boolean value) {
    set(ConnectionProperty.DOCUMENT_COLUMN, String.valueOf(value));
  }

  /** The property {@code documentBinding}. */
  public String getDocumentBinding() {
    return get(ConnectionProperty.DOCUMENT_BINDING);
  }

  /** Sets the property {@code documentBinding}. */
  public void setDocumentBinding(@Nullable String value) {
    set(ConnectionProperty.DOCUMENT_BINDING, value);
  }

  /** The property {@code nullBinding}. */
  public String getNullBinding() {
    return get(ConnectionProperty.NULL_BINDING);
  }

  /** Sets the property {@code nullBinding}. */
  public void setNullBinding(@Nullable String value) {
    set(ConnectionProperty.NULL_BINDING, value);
  }

  /** The property {@code rowFormat}. */
  public String getRowFormat() {
    return get(ConnectionProperty.ROW_FORMAT);
  }

  /** Sets the property {@code rowFormat}. */
  public void setRowFormat(@Nullable String value) {
    set(ConnectionProperty.ROW_FORMAT, value);
  }

  /** The property {@code maxColumns}. */
  public int getMaxColumns() {
    return integer(ConnectionProperty.MAX_COLUMNS);
  }

  /** Sets the property {@code maxColumns}. */
  public void setMaxColumns(int value) {
    set(ConnectionProperty.MAX_COLUMNS, String.valueOf(value));
  }

  /** The property {@code fetchSize}. */
  public int getFetchSize() {
    return integer(ConnectionProperty.FETCH_SIZE);
  }

  /** Sets the property {@code fetchSize}. */
  public void setFetchSize(int value) {
    set(ConnectionProperty.FETCH_SIZE, String.valueOf(value));
  }

  /** The property {@code strictProperties}. */
  public boolean isStrictProperties() {
    return Boolean.parseBoolean(get(ConnectionProperty.STRICT_PROPERTIES));
  }

  /** Sets the property {@code strictProperties}. */
  public void setStrictProperties(boolean value) {
    set(ConnectionProperty.STRICT_PROPERTIES, String.valueOf(value));
  }

  /** The property {@code plannerWarmup}. */
  public boolean isPlannerWarmup() {
    return Boolean.parseBoolean(get(ConnectionProperty.PLANNER_WARMUP));
  }

  /** Sets the property {@code plannerWarmup}. */
  public void setPlannerWarmup(boolean value) {
    set(ConnectionProperty.PLANNER_WARMUP, String.valueOf(value));
  }

  /** The property {@code endpoint}. */
  public String getEndpoint() {
    return get(ConnectionProperty.ENDPOINT);
  }

  /** Sets the property {@code endpoint}. */
  public void setEndpoint(@Nullable String value) {
    set(ConnectionProperty.ENDPOINT, value);
  }

  /** The property {@code profile}. */
  public String getProfile() {
    return get(ConnectionProperty.PROFILE);
  }

  /** Sets the property {@code profile}. */
  public void setProfile(@Nullable String value) {
    set(ConnectionProperty.PROFILE, value);
  }

  /** The property {@code accessKeyId}. */
  public String getAccessKeyId() {
    return get(ConnectionProperty.ACCESS_KEY_ID);
  }

  /** Sets the property {@code accessKeyId}. */
  public void setAccessKeyId(@Nullable String value) {
    set(ConnectionProperty.ACCESS_KEY_ID, value);
  }

  /** The property {@code secretAccessKey}. */
  public String getSecretAccessKey() {
    return get(ConnectionProperty.SECRET_ACCESS_KEY);
  }

  /** Sets the property {@code secretAccessKey}. */
  public void setSecretAccessKey(@Nullable String value) {
    set(ConnectionProperty.SECRET_ACCESS_KEY, value);
  }

  /** The property {@code sessionToken}. */
  public String getSessionToken() {
    return get(ConnectionProperty.SESSION_TOKEN);
  }

  /** Sets the property {@code sessionToken}. */
  public void setSessionToken(@Nullable String value) {
    set(ConnectionProperty.SESSION_TOKEN, value);
  }

  /** The property {@code roleArn}. */
  public String getRoleArn() {
    return get(ConnectionProperty.ROLE_ARN);
  }

  /** Sets the property {@code roleArn}. */
  public void setRoleArn(@Nullable String value) {
    set(ConnectionProperty.ROLE_ARN, value);
  }

  /** The property {@code sample}. */
  public int getSample() {
    return integer(ConnectionProperty.SAMPLE);
  }

  /** Sets the property {@code sample}. */
  public void setSample(int value) {
    set(ConnectionProperty.SAMPLE, String.valueOf(value));
  }

  /** The property {@code maxReadUnits}. */
  public int getMaxReadUnits() {
    return integer(ConnectionProperty.MAX_READ_UNITS);
  }

  /** Sets the property {@code maxReadUnits}. */
  public void setMaxReadUnits(int value) {
    set(ConnectionProperty.MAX_READ_UNITS, String.valueOf(value));
  }

  /** The property {@code maxWriteUnits}. */
  public int getMaxWriteUnits() {
    return integer(ConnectionProperty.MAX_WRITE_UNITS);
  }

  /** Sets the property {@code maxWriteUnits}. */
  public void setMaxWriteUnits(int value) {
    set(ConnectionProperty.MAX_WRITE_UNITS, String.valueOf(value));
  }

  /** The property {@code ddl}. */
  public boolean isDdl() {
    return Boolean.parseBoolean(get(ConnectionProperty.DDL));
  }

  /** Sets the property {@code ddl}. */
  public void setDdl(boolean value) {
    set(ConnectionProperty.DDL, String.valueOf(value));
  }

  private String get(ConnectionProperty property) {
    return properties.getProperty(property.propertyName(), property.defaultValue());
  }

  private int integer(ConnectionProperty property) {
    return Integer.parseInt(get(property));
  }

  private void set(ConnectionProperty property, @Nullable String value) {
    if (value == null) {
      properties.remove(property.propertyName());
    } else {
      properties.setProperty(property.propertyName(), value);
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  /** Keeps a writer, which nothing is written to. */
  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {
    this.logWriter = writer;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    this.loginTimeout = seconds;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw SqlExceptions.notSupported("Logging by java.util.logging");
  }
}
