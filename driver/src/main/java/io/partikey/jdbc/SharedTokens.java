package io.partikey.jdbc;

import io.partikey.engine.backend.BackendAddress;
import io.partikey.planner.request.RequestTokens;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The tokens of requests by database, for as long as the JVM runs. Thread-safe. */
final class SharedTokens {
  private static final ConcurrentMap<BackendAddress, RequestTokens> BY_DATABASE =
      new ConcurrentHashMap<>();

  private SharedTokens() {}

  /** The tokens of a database; a private database in memory has its own. */
  static RequestTokens of(BackendAddress address) {
    boolean isPrivate = address.kind() == BackendAddress.Kind.MEMORY && address.name().isEmpty();
    return isPrivate
        ? new RequestTokens()
        : BY_DATABASE.computeIfAbsent(address, each -> new RequestTokens());
  }
}
