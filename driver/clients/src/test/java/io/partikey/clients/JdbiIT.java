package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbiIT {
  private Jdbi jdbi;

  @BeforeEach
  void open() throws SQLException {
    Airline.open("jdbi").close();
    jdbi = Jdbi.create(Airline.url("jdbi"));
  }

  @AfterEach
  void close() throws SQLException {
    Airline.shutDown("jdbi");
  }

  private static int bookings(Handle handle) {
    return handle
        .createQuery("SELECT COUNT(*) FROM Bookings WHERE FlightID = :flight")
        .bind("flight", "OS87")
        .mapTo(Integer.class)
        .one();
  }

  private static void book(Handle handle, String seat) {
    handle.execute("INSERT INTO Bookings (FlightID, Seat) VALUES (?, ?)", "OS87", seat);
  }

  @Test
  void bindsAndReadsDatesAndTimes() {
    LocalDate day = LocalDate.parse("2026-04-05");
    LocalDateTime local = LocalDateTime.parse("2026-04-05T02:30:00");
    OffsetDateTime offset = OffsetDateTime.parse("2026-04-05T02:30:00-06:00");
    Instant instant = Instant.parse("2026-04-05T08:30:00.123Z");
    UUID uuid = UUID.randomUUID();
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE Flights SET a = :a, b = :b, c = :c, d = :d, e = :e, SeatsLeft = :none"
                      + " WHERE FlightID = 'OS87'")
              .bind("a", day)
              .bind("b", local)
              .bind("c", offset)
              .bind("d", instant)
              .bind("e", uuid)
              .bind("none", (BigDecimal) null)
              .execute();
          String query = "SELECT %s FROM Flights WHERE FlightID = 'OS87'";
          assertThat(handle.createQuery(query.formatted("a")).mapTo(LocalDate.class).one())
              .isEqualTo(day);
          assertThat(handle.createQuery(query.formatted("b")).mapTo(LocalDateTime.class).one())
              .isEqualTo(local);
          assertThat(handle.createQuery(query.formatted("c")).mapTo(OffsetDateTime.class).one())
              .isEqualTo(offset);
          assertThat(handle.createQuery(query.formatted("d")).mapTo(Instant.class).one())
              .isEqualTo(instant);
          assertThat(handle.createQuery(query.formatted("e")).mapTo(UUID.class).one())
              .isEqualTo(uuid);
        });
  }

  @Test
  void batchesAndReadsMaps() {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch("INSERT INTO Bookings (FlightID, Seat, Fare) VALUES (?, ?, ?)");
          batch.add("OS87", "1A", 10).add("OS87", "1B", new BigDecimal("20.5"));
          assertThat(batch.execute()).containsExactly(1, 1);
          List<Map<String, Object>> rows =
              handle
                  .createQuery(
                      "SELECT Seat, Fare FROM Bookings WHERE FlightID = 'OS87' AND Fare > 15")
                  .mapToMap()
                  .list();
          assertThat(rows).containsExactly(Map.of("seat", "1B", "fare", new BigDecimal("20.5")));
          assertThat(
                  handle
                      .createUpdate("INSERT INTO Bookings (FlightID, Seat) VALUES ('OS87', '1C')")
                      .executeAndReturnGeneratedKeys("Seat")
                      .mapToMap()
                      .list())
              .isEmpty();
          assertThatThrownBy(() -> book(handle, "1C"))
              .isInstanceOf(UnableToExecuteStatementException.class)
              .hasMessageContaining("1C");
        });
  }

  @Test
  void runsTransactions() {
    jdbi.useTransaction(TransactionIsolationLevel.SERIALIZABLE, handle -> book(handle, "2A"));
    jdbi.useTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> book(handle, "2B"));
    assertThatThrownBy(
            () ->
                jdbi.useTransaction(
                    handle -> {
                      book(handle, "2C");
                      throw new IllegalStateException("roll back");
                    }))
        .isInstanceOf(IllegalStateException.class);
    jdbi.useTransaction(
        handle -> {
          handle.savepoint("before");
          book(handle, "2D");
          handle.rollbackToSavepoint("before");
          assertThat(bookings(handle)).isEqualTo(2);
        });
    assertThat(jdbi.<Integer, RuntimeException>withHandle(JdbiIT::bookings)).isEqualTo(2);
  }
}
