package io.partikey.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
  @Test
  void takesDirectoriesNamesAndUrls() {
    assertThat(DatabaseAddress.of("data/airline"))
        .isEqualTo(new DatabaseAddress("jdbc:partikey:file:data/airline", "airline"));
    assertThat(DatabaseAddress.of("mem:test"))
        .isEqualTo(new DatabaseAddress("jdbc:partikey:mem:test", "test"));
    assertThat(DatabaseAddress.of("jdbc:partikey:file:/tmp/x?scan=allow"))
        .isEqualTo(new DatabaseAddress("jdbc:partikey:file:/tmp/x?scan=allow", "x"));
    assertThat(DatabaseAddress.of("dynamodb:eu-west-1").name()).isEqualTo("eu-west-1");
  }

  @Test
  void givesPrivateDatabasesDifferentUrls() {
    assertThat(DatabaseAddress.inMemory().url()).isNotEqualTo(DatabaseAddress.inMemory().url());
  }
}
