package io.partikey.jdbc;

import io.partikey.engine.backend.Backend;
import io.partikey.planner.dynamodb.request.RequestTokens;
import java.util.List;

/**
 * A database that was opened for one connection or for a pooled one, which gives it back by closing
 * the backend.
 *
 * @param backend the backend, owned by whoever opened this
 * @param config the settings of connections
 * @param tokens of requests, which all connections share
 * @param url a URL that opens the same database, without secrets
 * @param warnings what is to be said of the properties
 */
record OpenedDatabase(
    Backend backend,
    ConnectionConfig config,
    RequestTokens tokens,
    String url,
    List<String> warnings) {
  OpenedDatabase {
    warnings = List.copyOf(warnings);
  }

  /** A connection that gives the database back when it is closed. */
  PartiKeyConnection connect() {
    return connect(backend::close);
  }

  /** A connection that runs something when it is closed, and leaves the database open. */
  PartiKeyConnection connect(Runnable release) {
    Session session = new Session(config, backend, SharedPlanner.get(), tokens, release);
    warnings.forEach(text -> session.warnings().add(SqlExceptions.warning(text)));
    return new PartiKeyConnection(session, url);
  }
}
