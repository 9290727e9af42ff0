package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** jOOQ with plain SQL and its default dialect. */
class JooqIT {
  private Connection connection;
  private DSLContext jooq;

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  @BeforeEach
  void open() throws SQLException {
    connection = Airline.open("");
    jooq = DSL.using(connection, SQLDialect.DEFAULT);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void keepsFractionsAndThirtyEightDigits() {
    BigDecimal digits = new BigDecimal("12345678901234567890123456789.012345678");
    jooq.execute("UPDATE Flights SET Miles = ? WHERE FlightID = ?", digits, "OS88");
    Record row = jooq.fetchOne("SELECT SeatsLeft, Miles FROM Flights WHERE FlightID = ?", "OS88");
    assertThat(row.get(0)).isEqualTo(new BigDecimal("2.5"));
    assertThat(row.get(1)).isEqualTo(digits);
    assertThat(row.field(0).getName()).isEqualTo("SeatsLeft");
  }

  @Test
  void fetchesAndChangesRows() {
    assertThat(jooq.execute("INSERT INTO Bookings (FlightID, Seat) VALUES (?, ?)", "OS87", "1A"))
        .isEqualTo(1);
    assertThat(jooq.execute("UPDATE Bookings SET Fare = 5 WHERE FlightID = 'OS87' AND Seat = 'x'"))
        .isZero();
    Result<Record> rows = jooq.fetch("SELECT * FROM Bookings WHERE FlightID = ?", "OS87");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("Seat")).isEqualTo("1A");
    assertThat(rows.get(0).get("Fare")).isNull();
    assertThat(jooq.fetchValue("SELECT COUNT(*) FROM Bookings")).isEqualTo(BigDecimal.ONE);
    assertThat(
            jooq.batch("INSERT INTO Bookings (FlightID, Seat) VALUES (?, ?)")
                .bind("OS87", "1B")
                .bind("OS87", "1C")
                .execute())
        .containsExactly(1, 1);
    assertThatThrownBy(
            () -> jooq.execute("INSERT INTO Bookings (FlightID, Seat) VALUES ('OS87', '1A')"))
        .isInstanceOf(IntegrityConstraintViolationException.class);
  }

  @Test
  void bindsWhatItKnows() {
    LocalDateTime local = LocalDateTime.parse("2026-04-05T12:30:00");
    OffsetDateTime offset = OffsetDateTime.parse("2026-04-05T12:30:00+02:00");
    UUID uuid = UUID.randomUUID();
    jooq.execute(
        "UPDATE Flights SET a = ?, b = ?, c = ?, d = ?, e = ?, f = ?, g = ?"
            + " WHERE FlightID = 'OS87'",
        LocalDate.parse("2026-04-05"),
        local,
        offset,
        uuid,
        true,
        new byte[] {1, 2},
        7L);
    Record row = jooq.fetchOne("SELECT a, b, c, d, e, f, g FROM Flights WHERE FlightID = 'OS87'");
    assertThat(row.get(0, LocalDate.class)).isEqualTo("2026-04-05");
    assertThat(row.get(1, LocalDateTime.class)).isEqualTo(local);
    assertThat(row.get(2, OffsetDateTime.class)).isEqualTo(offset);
    assertThat(row.get(3, UUID.class)).isEqualTo(uuid);
    assertThat(row.get(4)).isEqualTo(true);
    assertThat(row.get(5)).isEqualTo(new byte[] {1, 2});
    assertThat(row.get(6, Long.class)).isEqualTo(7);
  }

  @Test
  void nestsTransactions() {
    jooq.transaction(
        outer -> {
          outer.dsl().execute("INSERT INTO Bookings (FlightID, Seat) VALUES ('OS87', '1A')");
          assertThatThrownBy(
                  () ->
                      outer
                          .dsl()
                          .transaction(
                              inner -> {
                                inner
                                    .dsl()
                                    .execute(
                                        "INSERT INTO Bookings (FlightID, Seat)"
                                            + " VALUES ('OS87', '1B')");
                                throw new IllegalStateException("inner");
                              }))
              .isInstanceOf(IllegalStateException.class);
        });
    assertThat(jooq.fetch("SELECT * FROM Bookings WHERE FlightID = 'OS87'")).hasSize(1);
    assertThatThrownBy(() -> jooq.fetch("SELECT * FROM Bookings"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("line 1");
  }
}
