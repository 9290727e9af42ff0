/**
 * The measuring of PartiKey beside other embedded stores: {@code benchmarks/compare}.
 *
 * <p>The command starts a JVM for each workload and pair of stores, in which the two take turns,
 * round by round, and gathers what they gave in a report. Nothing here is part of the product.
 *
 * <pre>
 * Compare --assignment--> ContestProcess: Contestant(Store), Contestant(Store) --contest--> Report
 * </pre>
 */
@NullMarked
package io.partikey.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
