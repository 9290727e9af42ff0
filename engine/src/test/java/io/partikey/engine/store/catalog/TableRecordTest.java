package io.partikey.engine.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.store.partition.PartitionMap;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bytes of definitions, which databases that exist hold: they may not change. */
class TableRecordTest {
  private static final String GOLDEN =
      // format 1, id 7, "T"
      "01000000070154"
          // key: pk of type S, sk of type N
          + "0102706b01530102736b014e"
          // column seat of type SS, time to live in ttl, 2 partitions at first
          + "010473656174025353010374746c02"
          // partitions 0 and 1, from hash 0 and from the middle on
          + "02000000000000000000000000000000018000000000000000"
          // one index: id 8, "G", GLOBAL
          + "0100000008014706474c4f42414c"
          // its key: a of type S and b of type B, no sort key
          + "02016101530162014200"
          // INCLUDE of é, BUILDING, one partition
          + "07494e434c5544450102c3a9084255494c44494e47"
          + "01000000000000000000000000";

  private static final StoredTable TABLE = table();

  @Test
  void isWrittenAsItAlwaysWas() {
    assertThat(HexFormat.of().formatHex(TableRecord.write(TABLE))).isEqualTo(GOLDEN);
  }

  @Test
  void isReadAsItWasWritten() {
    StoredTable read = TableRecord.read(HexFormat.of().parseHex(GOLDEN));
    assertThat(read.id()).isEqualTo(TABLE.id());
    assertThat(read.description()).isEqualTo(TABLE.description());
    assertThat(read.partitions()).isEqualTo(TABLE.partitions());
    assertThat(read.indexes()).hasSize(1);
    assertThat(read.indexes().get(0).keys().objectId()).isEqualTo(8);
    assertThat(read.indexes().get(0).partitions()).isEqualTo(PartitionMap.evenly(1));
  }

  private static StoredTable table() {
    KeySchema key =
        new KeySchema(
            List.of(new KeyAttribute("pk", AttributeType.S)),
            List.of(new KeyAttribute("sk", AttributeType.N)));
    IndexDescription index =
        new IndexDescription(
            "G",
            IndexKind.GLOBAL,
            new KeySchema(
                List.of(
                    new KeyAttribute("a", AttributeType.S), new KeyAttribute("b", AttributeType.B)),
                List.of()),
            new Projection(Projection.Kind.INCLUDE, List.of("é")),
            IndexDescription.IndexState.BUILDING,
            0);
    TableDescription description =
        new TableDescription(
            "T",
            key,
            List.of(index),
            List.of(new DeclaredColumn("seat", AttributeType.SS)),
            Optional.of("ttl"),
            2);
    PartitionMap one = PartitionMap.evenly(1);
    return new StoredTable(
        7, description, PartitionMap.evenly(2), List.of(new StoredIndex(8, index, one, key)));
  }
}
