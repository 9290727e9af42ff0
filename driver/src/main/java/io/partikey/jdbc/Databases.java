package io.partikey.jdbc;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendProvider;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Opens databases: finds the backend of an address. Thread-safe. */
final class Databases {
  private Databases() {}

  /**
   * Opens a database.
   *
   * @param url a URL of this driver
   * @param properties further properties; those of the URL win
   */
  static OpenedDatabase open(String url, @Nullable Properties properties) throws SQLException {
    ConnectionUrl parsed = ConnectionUrl.parse(url);
    PropertyValues values = PropertyValues.of(parsed.properties(), properties);
    ConnectionConfig config = ConnectionConfig.of(values);
    try {
      Backend backend = provider(parsed.address()).open(parsed.address(), config.backendOptions());
      if (config.plannerWarmup()) {
        SharedPlanner.get().warmUp();
      }
      return new OpenedDatabase(
          backend, config, SharedTokens.get(), parsed.withoutProperties(), values.warnings());
    } catch (RuntimeException error) {
      throw SqlExceptions.translate(error, config.dialect());
    }
  }

  // Tools load the driver in a class loader of its own and set another one as the thread's context.
  private static BackendProvider provider(BackendAddress address) throws SQLException {
    try {
      for (BackendProvider provider :
          ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader())) {
        if (provider.opens(address.kind())) {
          return provider;
        }
      }
    } catch (ServiceConfigurationError broken) {
      SQLException error =
          SqlExceptions.cannotConnect("A backend cannot be loaded: " + broken.getMessage());
      error.initCause(broken);
      throw error;
    }
    throw SqlExceptions.cannotConnect(
        switch (address.kind()) {
          case DYNAMODB ->
              "Amazon DynamoDB cannot be opened: put partikey-dynamodb with the AWS SDK on the class"
                  + " path beside the driver";
          case MEMORY, FILE ->
              "The embedded store cannot be opened: put partikey-engine on the class path beside the"
                  + " driver";
        });
  }
}
