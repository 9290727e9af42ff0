package io.partikey.shell.demo;

import io.partikey.engine.item.MapValue;
import io.partikey.shell.transfer.ItemSource;
import io.partikey.shell.transfer.SourceItem;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Items that are made one after the other by their number. */
final class GeneratedSource implements ItemSource {
  private final int count;
  private final IntFunction<MapValue> generator;
  private int next;

  GeneratedSource(int count, IntFunction<MapValue> generator) {
    this.count = count;
    this.generator = generator;
  }

  @Override
  public @Nullable SourceItem next() {
    if (next == count) {
      return null;
    }
    SourceItem item = new SourceItem(generator.apply(next), "made up", next + 1L);
    next++;
    return item;
  }

  @Override
  public double fraction() {
    return count == 0 ? 1 : (double) next / count;
  }

  @Override
  public void close() {}
}
