package io.partikey.engine.store.partition;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.partition.PartitionHeat.LastMinute;
import io.partikey.engine.store.partition.PartitionHeat.Share;
import io.partikey.engine.table.PartitionDescription;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What every partition of every table consumed in the last minute. Thread-safe. */
public final class Heat {
  private static final int HOTTEST = 3;
  private static final double SECONDS = 60;
  private static final double READS_PER_SECOND = 3000;
  private static final double WRITES_PER_SECOND = 1000;
  private static final long MOST_BYTES = 10L << 30;
  private static final double DOMINATING_SHARE = 0.5;

  private final Clock clock;
  private final Map<Integer, List<PartitionHeat>> tables = new ConcurrentHashMap<>();

  /** Heat by the time of a clock. */
  public Heat(Clock clock) {
    this.clock = clock;
  }

  /** Adds units that a read or write of an item collection consumed. */
  public void add(
      int tableId,
      PartitionMap map,
      long hash,
      AttributeValue collection,
      double reads,
      double writes) {
    List<PartitionHeat> partitions = tables.computeIfAbsent(tableId, id -> cold(map));
    partitions
        .get(map.indexOf(hash))
        .add(Math.floorDiv(clock.millis(), 1000L), collection, reads, writes);
  }

  /** Forgets a table that was dropped. */
  public void drop(int tableId) {
    tables.remove(tableId);
  }

  /** The partitions of a table with what they hold and consumed, in the order of their hashes. */
  public List<PartitionDescription> describe(int tableId, PartitionMap map, ObjectCounts counts) {
    long second = Math.floorDiv(clock.millis(), 1000L);
    List<PartitionHeat> heats = tables.getOrDefault(tableId, cold(map));
    List<PartitionDescription> described = new ArrayList<>();
    for (int i = 0; i < heats.size(); i++) {
      LastMinute minute = heats.get(i).lastMinute(second);
      described.add(
          new PartitionDescription(
              map.partitions().get(i).firstHash(),
              map.lastHash(i),
              counts.items(i),
              counts.bytes(i),
              minute.reads(),
              minute.writes(),
              hottest(minute),
              verdict(minute, counts.bytes(i))));
    }
    return described;
  }

  private static List<PartitionHeat> cold(PartitionMap map) {
    return map.partitions().stream().map(partition -> new PartitionHeat()).toList();
  }

  private static List<String> hottest(LastMinute minute) {
    return minute.collections().stream()
        .limit(HOTTEST)
        .map(share -> text(share.collection()) + " " + percent(share, minute))
        .toList();
  }

  private static String text(AttributeValue collection) {
    if (collection instanceof StringValue string) {
      return string.text();
    }
    return collection instanceof NumberValue number
        ? number.toPlainString()
        : collection.toString();
  }

  private static String verdict(LastMinute minute, long bytes) {
    if (bytes > MOST_BYTES) {
      return "too large: DynamoDB would split it at 10 GB";
    }
    if (minute.reads() > READS_PER_SECOND * SECONDS) {
      return "too hot: more than 3000 RU a second, which DynamoDB would throttle";
    }
    if (minute.writes() > WRITES_PER_SECOND * SECONDS) {
      return "too hot: more than 1000 WU a second, which DynamoDB would throttle";
    }
    if (minute.reads() + minute.writes() == 0) {
      return "idle";
    }
    boolean dominated =
        !minute.collections().isEmpty()
            && share(minute.collections().get(0), minute) >= DOMINATING_SHARE;
    return dominated
        ? "uneven: one item collection takes " + percent(minute.collections().get(0), minute)
        : "even";
  }

  private static double share(Share share, LastMinute minute) {
    return share.units() / (minute.reads() + minute.writes());
  }

  private static String percent(Share share, LastMinute minute) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share(share, minute));
  }
}
