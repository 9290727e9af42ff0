package io.partikey.engine.store.partition;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.partition.PartitionHeat.Consumption;
import io.partikey.engine.store.partition.PartitionHeat.LastMinute;
import io.partikey.engine.store.partition.PartitionHeat.Share;
import io.partikey.engine.table.CollectionHeat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What it means that a partition holds and consumed so much, in words.
 *
 * <p>What one collection consumes beyond the limits no split helps: it is said first. Then what
 * will be split, then how even the load is.
 *
 * @param minute what it consumed
 * @param bytes what it holds
 * @param limits what it may
 */
record Verdict(LastMinute minute, long bytes, PartitionLimits limits) {
  private static final int HOTTEST = 3;
  private static final double SECONDS = 60;

  /**
   * With fewer requests the share of a collection is not known to a tenth: the standard error of a
   * share among n requests is up to the root of 1 / 4n.
   */
  private static final int LEAST_REQUESTS = 25;

  /** The collections that consumed most, hottest first. */
  List<CollectionHeat> hottest() {
    return minute.collections().stream()
        .limit(HOTTEST)
        .map(
            share ->
                new CollectionHeat(
                    text(share.collection()), share.consumed().reads(), share.consumed().writes()))
        .toList();
  }

  String words() {
    if (minute.reads() + minute.writes() > 0 && !minute.collections().isEmpty()) {
      Share hottest = minute.collections().get(0);
      Consumption consumed = hottest.consumed();
      if (SplitPoint.isHot(consumed.reads(), consumed.writes(), limits)) {
        return "too hot: item collection "
            + text(hottest.collection())
            + " alone takes "
            + excess(consumed.reads(), consumed.writes())
            + ", and no split divides it; spread it over several partition key values";
      }
    }
    if (SplitPoint.isHot(minute.reads(), minute.writes(), limits)) {
      return "hot: takes "
          + excess(minute.reads(), minute.writes())
          + (SplitPoint.isDominated(minute)
              ? "; not split, because " + dominating()
              : "; will be split");
    }
    if (bytes > limits.bytes()) {
      return "large: will be split where its item collections can be divided";
    }
    if (minute.reads() + minute.writes() == 0) {
      return "idle";
    }
    if (minute.requests() < LEAST_REQUESTS) {
      return "quiet: too few requests to tell how even they are";
    }
    return SplitPoint.isDominated(minute) ? "uneven: " + dominating() : "even";
  }

  private String excess(double reads, double writes) {
    return reads > limits.readsPerSecond() * SECONDS
        ? excess(reads, limits.readsPerSecond(), "RU")
        : excess(writes, limits.writesPerSecond(), "WU");
  }

  private static String excess(double units, double limit, String unit) {
    return String.format(
        Locale.ROOT,
        "%.0f %s a second of the %.0f that a partition has",
        units / SECONDS,
        unit,
        limit);
  }

  private String dominating() {
    Share hottest = minute.collections().get(0);
    return String.format(
        Locale.ROOT,
        "item collection %s takes %.0f%%",
        text(hottest.collection()),
        100 * SplitPoint.share(hottest, minute));
  }

  private static String text(List<AttributeValue> collection) {
    return collection.stream().map(Verdict::text).collect(Collectors.joining(", "));
  }

  private static String text(AttributeValue value) {
    if (value instanceof StringValue string) {
      return string.text();
    }
    return value instanceof NumberValue number ? number.toPlainString() : value.toString();
  }
}
