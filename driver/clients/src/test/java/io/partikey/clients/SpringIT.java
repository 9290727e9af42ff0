package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class SpringIT {
  private DriverManagerDataSource source;
  private JdbcTemplate jdbc;

  @BeforeEach
  void open() throws SQLException {
    Airline.open("spring").close();
    source = new DriverManagerDataSource(Airline.url("spring"));
    jdbc = new JdbcTemplate(source);
  }

  @AfterEach
  void close() throws SQLException {
    Airline.shutDown("spring");
  }

  private TransactionTemplate transaction() {
    return new TransactionTemplate(new JdbcTransactionManager(source));
  }

  private int bookings() {
    Integer count =
        jdbc.queryForObject("SELECT COUNT(*) FROM Bookings WHERE FlightID = 'OS87'", Integer.class);
    return count == null ? -1 : count;
  }

  private void book(String seat) {
    jdbc.update("INSERT INTO Bookings (FlightID, Seat) VALUES ('OS87', ?)", seat);
  }

  record Flight(String flightId, String route, LocalDateTime departsAt, BigDecimal seatsLeft) {}

  @Test
  void queriesAndMapsRows() {
    assertThat(
            JdbcClient.create(source)
                .sql(
                    "SELECT FlightID AS flight_id, Route AS route, DepartsAt AS departs_at,"
                        + " SeatsLeft AS seats_left FROM Flights WHERE FlightID = :id")
                .param("id", "OS88")
                .query(Flight.class)
                .single())
        .isEqualTo(
            new Flight(
                "OS88",
                "JFK-VIE",
                LocalDateTime.parse("2026-04-06T17:45:00"),
                new BigDecimal("2.5")));
    assertThat(jdbc.queryForMap("SELECT * FROM Flights WHERE FlightID = ?", "OS87"))
        .containsEntry("seatsleft", new BigDecimal("100"))
        .containsEntry("Meals", "[\"vegan\",\"any\"]");
    assertThat(
            new NamedParameterJdbcTemplate(source)
                .queryForList(
                    "SELECT FlightID FROM Flights WHERE FlightID IN (:ids)",
                    Map.of("ids", List.of("OS87", "OS88", "OS89")),
                    String.class))
        .containsExactlyInAnyOrder("OS87", "OS88");
    assertThatThrownBy(
            () ->
                jdbc.queryForObject(
                    "SELECT Route FROM Flights WHERE FlightID = 'none'", String.class))
        .isInstanceOf(EmptyResultDataAccessException.class);
  }

  @Test
  void bindsNullsOfUnknownTypeAndBatches() {
    assertThat(
            jdbc.update(
                "INSERT INTO Bookings (FlightID, Seat, Fare) VALUES (?, ?, ?)", "OS87", "1A", null))
        .isEqualTo(1);
    assertThat(
            jdbc.batchUpdate(
                "INSERT INTO Bookings (FlightID, Seat, Fare) VALUES (?, ?, ?)",
                List.of(new Object[] {"OS87", "1B", 10}, new Object[] {"OS87", "1C", 20.5})))
        .containsExactly(1, 1);
    assertThat(bookings()).isEqualTo(3);
    GeneratedKeyHolder keys = new GeneratedKeyHolder();
    jdbc.update(
        connection ->
            connection.prepareStatement(
                "INSERT INTO Bookings (FlightID, Seat) VALUES ('OS87', '1D')",
                new String[] {"Seat"}),
        keys);
    assertThat(keys.getKeyList()).isEmpty();
  }

  @Test
  void insertsByTheMetadataOfATable() {
    Map<String, @Nullable Object> booking = new HashMap<>();
    booking.put("FlightID", "OS87");
    booking.put("Seat", "2A");
    booking.put("Fare", new BigDecimal("99.95"));
    booking.put("PassengerID", null);
    SimpleJdbcInsert insert = new SimpleJdbcInsert(source).withTableName("Bookings");
    assertThat(insert.execute(booking)).isEqualTo(1);
    assertThat(
            jdbc.queryForObject(
                "SELECT Fare FROM Bookings WHERE FlightID = 'OS87' AND Seat = '2A'"
                    + " AND PassengerID IS MISSING",
                BigDecimal.class))
        .isEqualTo("99.95");
  }

  @Test
  void commitsRollsBackAndNestsTransactions() {
    transaction().executeWithoutResult(status -> book("3A"));
    assertThat(bookings()).isEqualTo(1);
    transaction()
        .executeWithoutResult(
            status -> {
              book("3B");
              assertThat(bookings()).isEqualTo(2);
              status.setRollbackOnly();
            });
    assertThat(bookings()).isEqualTo(1);
    TransactionTemplate nested = transaction();
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    nested.executeWithoutResult(
        outer -> {
          book("3C");
          Object savepoint = outer.createSavepoint();
          book("3D");
          outer.rollbackToSavepoint(savepoint);
        });
    assertThat(bookings()).isEqualTo(2);
    TransactionTemplate strict = transaction();
    strict.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    strict.setReadOnly(true);
    assertThat(strict.<Integer>execute(status -> bookings())).isEqualTo(2);
  }

  @Test
  void translatesErrorsByTheirClass() {
    book("4A");
    assertThatThrownBy(() -> book("4A")).isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> jdbc.execute("SELEC")).isInstanceOf(BadSqlGrammarException.class);
    assertThatThrownBy(() -> jdbc.queryForList("SELECT * FROM Bookings"))
        .isInstanceOf(BadSqlGrammarException.class);
    assertThatThrownBy(
            () ->
                transaction()
                    .executeWithoutResult(
                        status -> {
                          jdbc.update("UPDATE Flights SET n = 1 WHERE FlightID = 'OS87'");
                          elsewhere("UPDATE Flights SET n = 2 WHERE FlightID = 'OS87'");
                        }))
        .isInstanceOf(ConcurrencyFailureException.class)
        .isInstanceOf(CannotAcquireLockException.class);
  }

  private void elsewhere(String update) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(update);
    } catch (SQLException error) {
      throw new AssertionError(error);
    }
  }

  @Test
  void runsScripts() {
    String script =
        """
        -- a comment
        CREATE TABLE Crew (Name STRING, PRIMARY KEY (Name));
        INSERT INTO Crew (Name) VALUES ('ada');
        /* a query too */
        SELECT * FROM Crew WHERE Name = 'ada';
        UPDATE Crew SET Rank = 'captain' WHERE Name = 'ada';
        """;
    new ResourceDatabasePopulator(new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)))
        .execute(source);
    assertThat(jdbc.queryForMap("SELECT * FROM Crew WHERE Name = 'ada'"))
        .containsEntry("Rank", "captain");
  }
}
