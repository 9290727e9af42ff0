package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What docs/tools.md shows is what runs here. */
class ToolsPageIT {
  private static final Path PAGE = Path.of("../../docs/tools.md");
  private static final Path SOURCE = Path.of("src/test/java/io/partikey/clients/ToolsPageIT.java");

  @Test
  void configuresHikari(@TempDir Path directory) throws SQLException, IOException {
    // hikari: begin
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:partikey:file:" + directory);
    config.addDataSourceProperty("durability", "periodic");
    config.setMaximumPoolSize(8);
    HikariDataSource pool = new HikariDataSource(config);
    // hikari: end
    try (pool;
        Connection connection = pool.getConnection()) {
      assertThat(connection.isValid(0)).isTrue();
    }
    assertShown("hikari");
  }

  @Test
  void configuresSpring(@TempDir Path directory) throws IOException {
    JdbcClient.create(new DriverManagerDataSource("jdbc:partikey:file:" + directory))
        .sql(
            "CREATE TABLE Orders (CustomerID STRING, OrderID STRING, PRIMARY KEY (CustomerID, OrderID))")
        .update();
    // spring: begin
    DataSource source = new DriverManagerDataSource("jdbc:partikey:file:" + directory);
    JdbcClient jdbc = JdbcClient.create(source);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("INSERT INTO Orders (CustomerID, OrderID) VALUES (:customer, :order)")
              .param("customer", "c1")
              .param("order", "2026-001")
              .update();
        });
    // spring: end
    assertThat(jdbc.sql("SELECT COUNT(*) FROM Orders").query(Integer.class).single()).isEqualTo(1);
    assertShown("spring");
  }

  private static void assertShown(String name) throws IOException {
    String source = Files.readString(SOURCE);
    String code =
        source.substring(
            source.indexOf("// " + name + ": begin\n") + name.length() + 11,
            source.indexOf("    // " + name + ": end\n"));
    assertThat(Files.readString(PAGE))
        .contains("<!-- " + name + " -->\n```java\n" + code.indent(-4) + "```\n");
  }
}
