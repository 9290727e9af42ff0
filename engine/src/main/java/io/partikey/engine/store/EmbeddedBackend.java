package io.partikey.engine.store;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackgroundJob;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.Catalog;
import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.backend.FileAccess;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One connection's hold on an engine, with the connection's durability and permission to write. Of
 * a connection that is forgotten the garbage collector ends the hold.
 */
final class EmbeddedBackend implements Backend {
  private static final Capabilities CAPABILITIES = new Capabilities(true, true, true);

  private static final Cleaner FORGOTTEN = Cleaner.create();

  private final Engine engine;
  private final boolean durable;
  private final boolean readOnly;
  private final FileAccess fileAccess;
  private final Cleaner.Cleanable hold;
  private volatile boolean closed;

  EmbeddedBackend(Engine engine, BackendOptions options) {
    this.engine = engine;
    this.durable = options.durability() == BackendOptions.Durability.COMMIT;
    this.readOnly = options.readOnly();
    this.fileAccess = options.fileAccess();
    this.hold = FORGOTTEN.register(this, () -> EngineRegistry.release(engine));
  }

  @Override
  public Object identity() {
    return engine.identity();
  }

  @Override
  public Catalog catalog() {
    return open().definitions().current().asCatalog();
  }

  @Override
  public TableStatistics statistics(String table) {
    return open().inspection().statistics(table);
  }

  @Override
  public List<ObservedAttribute> observedAttributes(String table) {
    return open().inspection().observedAttributes(table);
  }

  @Override
  public Set<AttributeType> observedTypes(String table, String attribute) {
    return open().inspection().observedTypes(table, attribute);
  }

  @Override
  public List<PartitionDescription> partitions(String table) {
    return open().inspection().partitions(table);
  }

  @Override
  public void createTable(TableDescription table) {
    writable().changes().createTable(table);
  }

  @Override
  public void dropTable(String table) {
    writable().dropTable(table);
  }

  @Override
  public void createIndex(String table, IndexDescription index) {
    createIndex(table, index, Cancellation.NEVER);
  }

  @Override
  public void createIndex(String table, IndexDescription index, Cancellation cancellation) {
    writable().createIndex(table, index, cancellation);
  }

  @Override
  public void dropIndex(String table, String index) {
    writable().dropIndex(table, index);
  }

  @Override
  public void setTimeToLive(String table, Optional<String> attribute) {
    writable().changes().setTimeToLive(table, attribute);
  }

  @Override
  public void declareColumn(String table, DeclaredColumn column) {
    writable().changes().declareColumn(table, column);
  }

  @Override
  public ReadView openView() {
    return open().openView();
  }

  @Override
  public ReadView openUncountedView() {
    return open().openUncountedView();
  }

  @Override
  public WriteResult write(WriteRequest request) {
    return write(request, Cancellation.NEVER);
  }

  @Override
  public WriteResult write(WriteRequest request, Cancellation cancellation) {
    return writable().writer().write(request, durable, cancellation);
  }

  @Override
  public List<WriteResult> writeAtomically(List<WriteRequest> requests) {
    return writeAtomically(requests, Cancellation.NEVER);
  }

  @Override
  public List<WriteResult> writeAtomically(List<WriteRequest> requests, Cancellation cancellation) {
    return writable().writer().writeAtomically(requests, durable, cancellation);
  }

  @Override
  public Transaction begin() {
    Transaction transaction = open().begin(durable);
    return readOnly ? new ReadOnlyTransaction(transaction) : transaction;
  }

  @Override
  public void backup(Path directory) {
    open().backup(directory, fileAccess);
  }

  @Override
  public List<String> check(CheckProgress progress) {
    return open().check(progress);
  }

  @Override
  public List<BackgroundJob> backgroundJobs() {
    return open().backgroundJobs();
  }

  @Override
  public void shutdown() {
    EngineRegistry.shutdown(open());
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public void close() {
    closed = true;
    hold.clean();
  }

  /** The engine that this connection holds. */
  Engine engine() {
    return open();
  }

  private Engine open() {
    if (closed) {
      throw new EngineException(
          ErrorCode.CLOSED, "The connection was closed. Open a new one to the database.");
    }
    if (engine.isClosed()) {
      throw new EngineException(
          ErrorCode.CLOSED, "The database was shut down. Open a new connection to start it again.");
    }
    return engine;
  }

  private Engine writable() {
    if (readOnly) {
      throw ReadOnlyTransaction.refusal();
    }
    return open();
  }
}
