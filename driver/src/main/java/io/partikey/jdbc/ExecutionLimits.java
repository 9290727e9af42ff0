package io.partikey.jdbc;

/**
 * What bounds one execution of a statement.
 *
 * @param maxRows most rows, 0 for all
 * @param fetchSize how many items to read at once, 0 for the connection's choice
 * @param control what may stop it
 */
record ExecutionLimits(long maxRows, int fetchSize, ExecutionControl control) {}
