package io.partikey.jdbc;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Catalog;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A backend with tables but without items, which writes down what becomes of its transactions. */
final class FakeBackend implements Backend {
  private final Map<String, TableDescription> tables = new TreeMap<>();
  private final List<String> events = new ArrayList<>();
  private boolean closed;
  private boolean conflicts;

  FakeBackend with(TableDescription table) {
    tables.put(table.name(), table);
    return this;
  }

  /** Lets every commit fail. */
  FakeBackend withConflicts() {
    conflicts = true;
    return this;
  }

  /** What happened, in order: begin, commit, rollback, savepoint, rollbackTo, close. */
  List<String> events() {
    return events;
  }

  @Override
  public Object identity() {
    return this;
  }

  @Override
  public Catalog catalog() {
    if (closed) {
      throw new EngineException(ErrorCode.CLOSED, "closed");
    }
    return Catalog.of(1, tables);
  }

  @Override
  public TableStatistics statistics(String table) {
    return new TableStatistics(new Counts(7, 700, 3), Map.of());
  }

  @Override
  public List<ObservedAttribute> observedAttributes(String table) {
    return List.of();
  }

  @Override
  public List<PartitionDescription> partitions(String table) {
    return List.of();
  }

  @Override
  public void createTable(TableDescription table) {
    with(table);
  }

  @Override
  public void dropTable(String table) {
    tables.remove(table);
  }

  @Override
  public void createIndex(String table, IndexDescription index) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void dropIndex(String table, String index) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setTimeToLive(String table, Optional<String> attribute) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void declareColumn(String table, DeclaredColumn column) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Transaction begin() {
    events.add("begin");
    return new FakeTransaction();
  }

  @Override
  public void backup(Path directory) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void shutdown() {
    closed = true;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, true, true);
  }

  @Override
  public ReadView openView() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WriteResult write(WriteRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<WriteResult> writeAtomically(List<WriteRequest> requests) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    events.add("close");
    closed = true;
  }

  private final class FakeTransaction implements Transaction {
    @Override
    public void commit() {
      events.add("commit");
      if (conflicts) {
        throw new EngineException(ErrorCode.TRANSACTION_CONFLICT, "Somebody was faster");
      }
    }

    @Override
    public void rollback() {
      events.add("rollback");
    }

    @Override
    public Savepoint savepoint() {
      events.add("savepoint");
      return new Savepoint() {};
    }

    @Override
    public void rollbackTo(Savepoint savepoint) {
      events.add("rollbackTo");
    }

    @Override
    public ReadView openView() {
      throw new UnsupportedOperationException();
    }

    @Override
    public WriteResult write(WriteRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<WriteResult> writeAtomically(List<WriteRequest> requests) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
