package io.partikey.shell.transfer;

import io.partikey.engine.item.AttributeValue;
import io.partikey.shell.session.Session;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Writes the items of a source to a table, in batches over several connections.
 *
 * <pre>
 *            +-> lane: batch -> thread, connection -+
 * source ----+                                      +-> table
 *            +-> lane: batch -> thread, connection -+
 * </pre>
 *
 * <p>Items of the same key go through the same lane, so that the last one of a source wins.
 */
final class ItemLoader {
  private static final int LANES = 2;

  private final Session session;
  private final TableShape table;
  private final WriteMode mode;
  private final ProgressBar progress;
  private final Rejections rejections;
  private final LongAdder written = new LongAdder();

  /**
   * A loader for one table.
   *
   * @param skipErrors how many items may fail before the loader stops
   */
  ItemLoader(
      Session session, TableShape table, WriteMode mode, long skipErrors, ProgressBar progress) {
    this.session = session;
    this.table = table;
    this.mode = mode;
    this.progress = progress;
    this.rejections = new Rejections(session.display(), progress, skipErrors);
  }

  /**
   * Writes all items and waits for them.
   *
   * @throws SQLException if the database cannot be connected to
   * @throws IOException if the source cannot be read; what was read before is written
   */
  LoadReport load(ItemSource source) throws SQLException, IOException {
    long began = System.nanoTime();
    List<LoadLane> lanes = openLanes();
    session.running(() -> rejections.stop("Cancelled."));
    try {
      distribute(source, lanes);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      rejections.stop("Interrupted.");
    } finally {
      session.running(null);
      progress.clear();
      for (LoadLane lane : lanes) {
        lane.close();
      }
    }
    return new LoadReport(
        written.sum(),
        rejections.count(),
        Duration.ofNanos(System.nanoTime() - began),
        rejections.fatal());
  }

  private List<LoadLane> openLanes() throws SQLException {
    List<LoadLane> lanes = new ArrayList<>();
    for (int i = 0; i < LANES; i++) {
      BatchWriter writer =
          new BatchWriter(session.openConnection(session.settings()), mode.statement(table.name()));
      lanes.add(new LoadLane(writer, rejections, written));
    }
    return lanes;
  }

  private void distribute(ItemSource source, List<LoadLane> lanes)
      throws IOException, InterruptedException {
    try {
      while (rejections.fatal().isEmpty()) {
        SourceItem item = next(source);
        if (item == null) {
          break;
        }
        lanes.get(lane(item, lanes.size())).add(item);
        progress.update(source.fraction(), written.sum());
      }
    } finally {
      for (LoadLane lane : lanes) {
        lane.finish();
      }
    }
  }

  /** The next item that can be read, null at the end or when too many cannot. */
  private @Nullable SourceItem next(ItemSource source) throws IOException {
    while (rejections.fatal().isEmpty()) {
      try {
        return source.next();
      } catch (BadItemException bad) {
        rejections.add(bad.getMessage());
      } catch (UnreadableRestException broken) {
        rejections.stop(String.valueOf(broken.getMessage()));
      }
    }
    return null;
  }

  private int lane(SourceItem item, int lanes) {
    int hash = 0;
    for (String name : table.key()) {
      AttributeValue value = item.item().members().get(name);
      hash = 31 * hash + Objects.hashCode(value);
    }
    return Math.floorMod(hash, lanes);
  }
}
