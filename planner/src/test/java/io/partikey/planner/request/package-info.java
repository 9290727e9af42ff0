/** What the service is known to answer, fact by fact. */
@NullMarked
package io.partikey.planner.request;

import org.jspecify.annotations.NullMarked;
