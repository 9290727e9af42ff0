/**
 * The JDBC driver: the classes of java.sql over the planner's facade and the engine's contract.
 *
 * <p>Users name {@link io.partikey.jdbc.PartiKeyDriver} or {@link
 * io.partikey.jdbc.PartiKeyDataSource}, and unwrap {@link io.partikey.jdbc.PartiKeyStatement} and
 * {@link io.partikey.jdbc.PartiKeyResultSet} for what JDBC has no word for; everything else is
 * reached through the interfaces of java.sql.
 *
 * <p>Driver and data source may be used by any number of threads. A connection with its statements
 * and results may be shared by threads too: calls that touch the engine take turns, while cancel,
 * close, abort and isValid never wait for a running statement. Only {@link java.sql.SQLException}s
 * leave this package.
 */
@NullMarked
package io.partikey.jdbc;

import org.jspecify.annotations.NullMarked;
