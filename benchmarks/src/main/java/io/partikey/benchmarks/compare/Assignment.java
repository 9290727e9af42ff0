package io.partikey.benchmarks.compare;

import java.util.List;

/**
 * What one JVM is to measure.
 *
 * @param workload the workload's name
 * @param stores the {@link Peer#id}s of those that take part
 * @param effort how much of it
 * @param base the jar of the other build, or nothing
 * @param directory where databases are, which runs of the same command share
 * @param result the file that the {@link Contest} is written to
 */
record Assignment(
    String workload,
    List<String> stores,
    Effort effort,
    String base,
    String directory,
    String result) {}
