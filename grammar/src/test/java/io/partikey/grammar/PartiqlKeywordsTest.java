package io.partikey.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartiqlKeywordsTest {

  @Test
  void reservesTheseWordsAndNoOthers() {
    assertThat(String.join(" ", PartiqlKeywords.reserved()))
        .isEqualTo(
            "ALL AND AS BETWEEN CASE CAST CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DISTINCT"
                + " ELSE FALSE FROM GROUP HAVING IN IS LIKE MISSING NOT NULL ON OR ORDER SELECT"
                + " THEN TRUE WHEN WHERE");
  }

  @Test
  void knowsTheseOtherWords() {
    assertThat(String.join(" ", PartiqlKeywords.nonReserved()))
        .isEqualTo(
            "ADD ALTER ANALYZE ASC AT BACKGROUND BACKUP BOTH BY CHAR CHARACTER COLUMN CONSTRAINT"
                + " CREATE CROSS DELETE DESC DESCRIBE DOUBLE DROP END ESCAPE EXISTS EXPLAIN EXTRACT FILTER FIRST"
                + " FOR FULL GLOBAL IF INCLUDE INDEX INDEXES INNER INSERT INTO JOIN KEY KEYS LAST"
                + " LEADING LEFT LIMIT LOCAL MODIFIED NEW NULLS OFFSET OLD ONLY OUTER PARTITIONS"
                + " PRECISION PRIMARY REMOVE REPLACE RETURNING RIGHT SET SHOW SHUTDOWN SUBSTRING"
                + " TABLE TABLES TIME TIMESTAMP TO TRAILING TRIM TRUNCATE UNION UPDATE UPSERT VALUE"
                + " VALUES VARYING WITH WITHOUT ZONE");
  }

  @Test
  void findsReservedWordsInAnyCase() {
    assertThat(PartiqlKeywords.isReserved("missing")).isTrue();
    assertThat(PartiqlKeywords.isReserved("DiStInCt")).isTrue();
    assertThat(PartiqlKeywords.isReserved("value")).isFalse();
    assertThat(PartiqlKeywords.isReserved("Artist")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"size", "DATE", "user", "value", "count", "key", "level", "index", "zone", "in"})
  void serviceReservesWhatTheGrammarLeavesFree(String word) {
    assertThat(PartiqlKeywords.isServiceReserved(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "data", "status", "type", "state", "url", "id", "year", "month"})
  void serviceLeavesNamesOfEverydayAttributesFree(String word) {
    assertThat(PartiqlKeywords.isServiceReserved(word)).isFalse();
  }

  @Test
  void serviceReservesEveryWordThatTheGrammarReserves() {
    assertThat(PartiqlKeywords.serviceReserved()).containsAll(PartiqlKeywords.reserved());
  }
}
