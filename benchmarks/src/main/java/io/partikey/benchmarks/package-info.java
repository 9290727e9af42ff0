/**
 * What statements cost, asked of JMH. A class's name is its question; answers are ratios within one
 * run, since machines differ. Run them with {@code mvn -q -pl benchmarks -am package -DskipTests
 * -Djmh=NAME}. How fast PartiKey is beside other stores is asked in package {@code compare}.
 */
@NullMarked
package io.partikey.benchmarks;

import org.jspecify.annotations.NullMarked;
