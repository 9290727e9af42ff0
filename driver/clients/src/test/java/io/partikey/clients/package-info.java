/**
 * The pools, frameworks and tools that the driver is for, each at work on the driver's one jar as
 * its users have it: found by {@link java.sql.DriverManager}, with nothing else of PartiKey on the
 * class path.
 */
package io.partikey.clients;
