package io.partikey.jdbc;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.RefAddr;
import javax.naming.Reference;
import javax.naming.spi.ObjectFactory;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes data sources of what a directory by JNDI keeps of them: {@code url}, {@code user}, {@code
 * password}, {@code loginTimeout}, and every {@link ConnectionProperty} by its name. What else a
 * reference says, for example to the container, changes nothing. Thread-safe.
 */
public final class PartiKeyDataSourceFactory implements ObjectFactory {
  /** A factory like any other of this class; it has no state. */
  public PartiKeyDataSourceFactory() {}

  /**
   * The data source of a reference; null for what is no reference, or one to something else. A
   * reference to the interface {@link DataSource} or {@link ConnectionPoolDataSource}, as
   * containers make them, is answered by the class that implements it.
   */
  @Override
  public @Nullable Object getObjectInstance(
      @Nullable Object described,
      @Nullable Name name,
      @Nullable Context context,
      @Nullable Hashtable<?, ?> environment) {
    if (!(described instanceof Reference reference)) {
      return null;
    }
    @Nullable PartiKeyCommonDataSource source = sourceOf(reference.getClassName());
    if (source != null) {
      source.describeBy(address -> content(reference, address));
    }
    return source;
  }

  private static @Nullable PartiKeyCommonDataSource sourceOf(String className) {
    if (className.equals(PartiKeyDataSource.class.getName())
        || className.equals(DataSource.class.getName())) {
      return new PartiKeyDataSource();
    }
    return className.equals(PartiKeyConnectionPoolDataSource.class.getName())
            || className.equals(ConnectionPoolDataSource.class.getName())
        ? new PartiKeyConnectionPoolDataSource()
        : null;
  }

  private static @Nullable String content(Reference reference, String name) {
    @Nullable RefAddr address = reference.get(name);
    return address != null && address.getContent() instanceof String text ? text : null;
  }
}
