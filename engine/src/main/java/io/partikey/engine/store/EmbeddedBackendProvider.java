package io.partikey.engine.store;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendProvider;

/** Opens databases in files and in memory. */
public final class EmbeddedBackendProvider implements BackendProvider {
  /** The provider, for ServiceLoader. */
  public EmbeddedBackendProvider() {}

  @Override
  public boolean opens(BackendAddress.Kind kind) {
    return kind == BackendAddress.Kind.FILE || kind == BackendAddress.Kind.MEMORY;
  }

  @Override
  public Backend open(BackendAddress address, BackendOptions options) {
    return new EmbeddedBackend(EngineRegistry.acquire(address, options), options);
  }
}
