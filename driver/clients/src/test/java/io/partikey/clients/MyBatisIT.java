package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.jdbc.ScriptRunner;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MyBatisIT {
  private SqlSessionFactory sessions;
  private PooledDataSource source;

  /** What the mapper reads and writes. */
  public interface Bookings {
    @Insert(
        "INSERT INTO Bookings (FlightID, Seat, Fare, BookedOn)"
            + " VALUES (#{flight}, #{seat}, #{fare}, #{day})")
    int book(
        @Param("flight") String flight,
        @Param("seat") String seat,
        @Nullable @Param("fare") BigDecimal fare,
        @Nullable @Param("day") LocalDate day);

    @Select("SELECT * FROM Bookings WHERE FlightID = #{flight}")
    List<Map<String, Object>> of(String flight);

    @Select("SELECT * FROM Bookings WHERE FlightID = #{flight}")
    List<Map<String, Object>> page(String flight, RowBounds bounds);

    @Select("SELECT BookedOn FROM Bookings WHERE FlightID = #{flight} AND Seat = #{seat}")
    LocalDate day(@Param("flight") String flight, @Param("seat") String seat);

    @Select("SELECT DepartsAt FROM Flights WHERE FlightID = #{flight}")
    LocalDateTime departure(String flight);

    @Update("UPDATE Bookings SET Fare = 1 WHERE FlightID = #{flight} AND Seat = 'none'")
    int updateNothing(String flight);
  }

  @BeforeEach
  void open() throws SQLException {
    Airline.open("mybatis").close();
    source =
        new PooledDataSource("io.partikey.jdbc.PartiKeyDriver", Airline.url("mybatis"), "", "");
    Configuration configuration =
        new Configuration(new Environment("test", new JdbcTransactionFactory(), source));
    configuration.addMapper(Bookings.class);
    sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  @AfterEach
  void close() throws SQLException {
    source.forceCloseAll();
    Airline.shutDown("mybatis");
  }

  @Test
  void mapsNullsDatesAndRows() {
    try (SqlSession session = sessions.openSession()) {
      Bookings bookings = session.getMapper(Bookings.class);
      assertThat(bookings.book("OS87", "1A", null, LocalDate.parse("2026-04-05"))).isEqualTo(1);
      assertThat(bookings.book("OS87", "1B", new BigDecimal("2.5"), null)).isEqualTo(1);
      assertThat(bookings.updateNothing("OS87")).isZero();
      session.commit();
      assertThat(bookings.of("OS87")).hasSize(2);
      assertThat(bookings.of("OS87").get(0))
          .containsEntry("Seat", "1A")
          .containsEntry("BookedOn", "2026-04-05")
          .doesNotContainKey("Fare");
      assertThat(bookings.of("OS87").get(1)).containsEntry("Fare", new BigDecimal("2.5"));
      assertThat(bookings.day("OS87", "1A")).isEqualTo("2026-04-05");
      assertThat(bookings.departure("OS87")).isEqualTo("2026-04-05T10:15:00");
      assertThat(bookings.page("OS87", new RowBounds(1, 1))).hasSize(1);
    }
  }

  @Test
  void rollsBack() {
    try (SqlSession session = sessions.openSession()) {
      session.getMapper(Bookings.class).book("OS87", "1A", null, null);
      session.rollback();
    }
    try (SqlSession session = sessions.openSession()) {
      assertThat(session.getMapper(Bookings.class).of("OS87")).isEmpty();
    }
  }

  @Test
  void batches() {
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      Bookings bookings = session.getMapper(Bookings.class);
      for (int i = 0; i < 5; i++) {
        bookings.book("OS87", "s" + i, BigDecimal.TEN, null);
      }
      assertThat(session.flushStatements().get(0).getUpdateCounts()).containsExactly(1, 1, 1, 1, 1);
      session.commit();
      assertThat(bookings.of("OS87")).hasSize(5);
    }
  }

  @Test
  void runsScripts() throws SQLException {
    try (Connection connection = source.getConnection()) {
      ScriptRunner runner = new ScriptRunner(connection);
      runner.setLogWriter(null);
      runner.setStopOnError(true);
      runner.runScript(
          new StringReader(
              """
              CREATE TABLE Crew (Name STRING, PRIMARY KEY (Name));
              INSERT INTO Crew (Name) VALUES ('ada');
              SELECT * FROM Crew WHERE Name = 'ada';
              """));
    }
  }
}
