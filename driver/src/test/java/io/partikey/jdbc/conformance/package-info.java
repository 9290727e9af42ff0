/**
 * Recorded cases of the service's dialect, run through the driver. {@link
 * io.partikey.jdbc.conformance.ConformanceTest} lists each step by its id.
 */
@NullMarked
package io.partikey.jdbc.conformance;

import org.jspecify.annotations.NullMarked;
