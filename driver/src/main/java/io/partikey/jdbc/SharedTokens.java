package io.partikey.jdbc;

import io.partikey.planner.dynamodb.request.RequestTokens;

/** The tokens of requests, of all databases that this class loader opens. */
final class SharedTokens {
  private static final RequestTokens INSTANCE = new RequestTokens();

  private SharedTokens() {}

  static RequestTokens get() {
    return INSTANCE;
  }
}
