package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.naming.CompositeName;
import javax.naming.Reference;
import javax.naming.Referenceable;
import javax.naming.StringRefAddr;
import javax.naming.spi.NamingManager;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.XADataSource;
import org.junit.jupiter.api.Test;

class DataSourceTest {
  private final PartiKeyDataSource source = new PartiKeyDataSource();
  private final PartiKeyConnectionPoolDataSource pool = new PartiKeyConnectionPoolDataSource();

  private static int tables(Connection connection) throws SQLException {
    int tables = 0;
    try (var rows = connection.getMetaData().getTables(null, null, "%", null)) {
      while (rows.next()) {
        tables++;
      }
    }
    return tables;
  }

  @Test
  void opensConnectionsWithItsProperties() throws SQLException {
    source.setUrl("jdbc:partikey:mem:data-source?scan=allow");
    source.setScan("reject");
    source.setReadOnly(true);
    source.setUser("anybody");
    try (Connection connection = source.getConnection();
        Connection other = source.getConnection("somebody", "secret")) {
      assertThat(connection.isReadOnly()).isTrue();
      assertThat(other.isReadOnly()).isTrue();
      assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:partikey:mem:data-source");
      assertThat(((PartiKeyConnection) connection).isWrapperFor(Connection.class)).isTrue();
    }
    source.setReadOnly(false);
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute("SHUTDOWN");
    }
  }

  @Test
  void asksForAUrl() {
    assertThatThrownBy(source::getConnection)
        .hasMessageContaining("call setUrl")
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("08001");
    source.setUrl("jdbc:partikey:mem:");
    source.setScan("sometimes");
    assertThatThrownBy(source::getConnection)
        .hasMessageContaining("'scan' cannot be 'sometimes'")
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("22023");
  }

  @Test
  void keepsWhatItIsGiven() throws SQLException {
    PrintWriter writer = new PrintWriter(new StringWriter());
    source.setLogWriter(writer);
    source.setLoginTimeout(7);
    source.setPassword("secret");
    assertThat(source.getLogWriter()).isSameAs(writer);
    assertThat(source.getLoginTimeout()).isEqualTo(7);
    assertThat(source.getPassword()).isEqualTo("secret");
    assertThat(source.unwrap(DataSource.class)).isSameAs(source);
    assertThatThrownBy(source::getParentLogger).isInstanceOf(SQLFeatureNotSupportedException.class);
  }

  @Test
  void promisesNoDistributedTransactions() {
    assertThat(source.isWrapperFor(XADataSource.class)).isFalse();
    assertThatThrownBy(() -> source.unwrap(XADataSource.class)).isInstanceOf(SQLException.class);
    assertThat((Object) pool).isNotInstanceOf(XADataSource.class);
  }

  @Test
  void refusesShardingKeys() throws SQLException {
    assertThatThrownBy(source::createConnectionBuilder)
        .isInstanceOf(SQLFeatureNotSupportedException.class);
    assertThatThrownBy(source::createShardingKeyBuilder)
        .isInstanceOf(SQLFeatureNotSupportedException.class);
    assertThatThrownBy(pool::createPooledConnectionBuilder)
        .isInstanceOf(SQLFeatureNotSupportedException.class);
    try (Connection connection = Airline.open("")) {
      assertThatThrownBy(() -> connection.setShardingKey(null))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
      assertThatThrownBy(() -> connection.setShardingKeyIfValid(null, 1))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
    }
  }

  @Test
  void isTheSameAfterSerialization() throws Exception {
    source.setUrl("jdbc:partikey:mem:");
    source.setScan("allow");
    source.setLogWriter(new PrintWriter(new StringWriter()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
      output.writeObject(source);
    }
    try (ObjectInputStream input =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PartiKeyDataSource copy = (PartiKeyDataSource) input.readObject();
      assertThat(copy.getUrl()).isEqualTo("jdbc:partikey:mem:");
      assertThat(copy.getScan()).isEqualTo("allow");
      copy.getConnection().close();
    }
  }

  /** What a directory gives back of a reference to a source that it kept as bytes. */
  private static Object lookedUp(Referenceable bound) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
      output.writeObject(bound.getReference());
    }
    try (ObjectInputStream input =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return NamingManager.getObjectInstance(
          input.readObject(), new CompositeName("jdbc/seats"), null, null);
    }
  }

  @Test
  void isTheSameWhenItIsLookedUpInADirectory() throws Exception {
    source.setUrl("jdbc:partikey:mem:");
    source.setUser("anybody");
    source.setPassword("secret");
    source.setLoginTimeout(7);
    source.setScan("allow");
    source.setMaxColumns(12);
    source.setReadOnly(true);
    PartiKeyDataSource found = (PartiKeyDataSource) lookedUp(source);
    assertThat(found).isNotSameAs(source);
    assertThat(addresses(found.getReference())).isEqualTo(addresses(source.getReference()));
    assertThat(found.getPassword()).isEqualTo("secret");
    assertThat(found.getLoginTimeout()).isEqualTo(7);
    assertThat(found.getMaxColumns()).isEqualTo(12);
    try (Connection connection = found.getConnection()) {
      assertThat(connection.isReadOnly()).isTrue();
    }
    pool.setUrl("jdbc:partikey:mem:");
    PooledConnection pooled =
        ((PartiKeyConnectionPoolDataSource) lookedUp(pool)).getPooledConnection();
    assertThat(pooled.getConnection().isValid(0)).isTrue();
    pooled.close();
  }

  @Test
  void everyPropertyOfADirectoryIsOneOfTheSource() throws Exception {
    Reference reference =
        new Reference("javax.sql.DataSource", PartiKeyDataSourceFactory.class.getName(), null);
    for (ConnectionProperty property : ConnectionProperty.values()) {
      reference.add(new StringRefAddr(property.propertyName(), "7"));
    }
    Map<String, Object> found =
        addresses(
            ((PartiKeyDataSource) NamingManager.getObjectInstance(reference, null, null, null))
                .getReference());
    for (ConnectionProperty property : ConnectionProperty.values()) {
      assertThat(found).containsEntry(property.propertyName(), "7");
    }
  }

  @Test
  void containersMakeItOfTheirOwnReferences() throws Exception {
    Reference reference =
        new Reference("javax.sql.DataSource", PartiKeyDataSourceFactory.class.getName(), null);
    reference.add(new StringRefAddr("scope", "Shareable"));
    reference.add(new StringRefAddr("auth", "Container"));
    reference.add(new StringRefAddr("url", "jdbc:partikey:mem:"));
    reference.add(new StringRefAddr("scan", "bounded"));
    PartiKeyDataSource found =
        (PartiKeyDataSource) NamingManager.getObjectInstance(reference, null, null, null);
    assertThat(found.getScan()).isEqualTo("bounded");
    found.getConnection().close();
    PartiKeyDataSourceFactory factory = new PartiKeyDataSourceFactory();
    assertThat(
            factory.getObjectInstance(
                new Reference("javax.sql.ConnectionPoolDataSource"), null, null, null))
        .isInstanceOf(PartiKeyConnectionPoolDataSource.class);
    assertThat(factory.getObjectInstance(new Reference("java.lang.String"), null, null, null))
        .isNull();
    assertThat(factory.getObjectInstance("jdbc:partikey:mem:", null, null, null)).isNull();
  }

  private static Map<String, Object> addresses(Reference reference) {
    Map<String, Object> addresses = new TreeMap<>();
    Collections.list(reference.getAll())
        .forEach(address -> addresses.put(address.getType(), address.getContent()));
    return addresses;
  }

  /** Writes down what a pool is told. */
  private static final class Events implements ConnectionEventListener {
    private final List<String> told = new ArrayList<>();

    @Override
    public void connectionClosed(ConnectionEvent event) {
      told.add("closed");
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      told.add("error " + event.getSQLException().getSQLState());
    }
  }

  @Test
  void lendsConnectionsThatKnowNothingOfEachOther() throws SQLException {
    pool.setUrl("jdbc:partikey:mem:");
    PooledConnection pooled = pool.getPooledConnection();
    Events events = new Events();
    pooled.addConnectionEventListener(events);

    Connection first = pooled.getConnection();
    Airline.create(first);
    first.setAutoCommit(false);
    first.setReadOnly(false);
    first.createStatement().execute("INSERT INTO SeatsX2026 VALUE {'id': 'never committed'}");
    first.close();
    first.close();
    assertThat(events.told).containsExactly("closed");
    assertThat(first.isValid(0)).isFalse();

    Connection second = pooled.getConnection();
    assertThat(second.getAutoCommit()).isTrue();
    assertThat(tables(second)).isEqualTo(2);
    try (var rows =
        second
            .createStatement()
            .executeQuery("SELECT * FROM SeatsX2026 WHERE id = 'never committed'")) {
      assertThat(rows.next()).isFalse();
    }
    Connection third = pooled.getConnection();
    assertThat(second.isClosed()).as("closed by the next").isTrue();
    assertThat(events.told).containsExactly("closed");

    pooled.close();
    pooled.close();
    assertThat(third.isClosed()).isTrue();
    assertThat(events.told).containsExactly("closed");
    assertThatThrownBy(pooled::getConnection)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("08003");
  }

  @Test
  void tellsThePoolThatItsDatabaseHasEnded() throws SQLException {
    pool.setUrl("jdbc:partikey:mem:pool-ended");
    PooledConnection pooled = pool.getPooledConnection("anybody", "secret");
    Events events = new Events();
    pooled.addConnectionEventListener(events);
    try (Connection other = DriverManager.getConnection("jdbc:partikey:mem:pool-ended")) {
      other.createStatement().execute("SHUTDOWN");
    }
    assertThatThrownBy(pooled::getConnection).isInstanceOf(SQLException.class);
    assertThat(events.told).containsExactly("error 08003");
    pooled.removeConnectionEventListener(events);
    pooled.close();
  }
}
