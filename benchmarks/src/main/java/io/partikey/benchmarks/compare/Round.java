package io.partikey.benchmarks.compare;

/**
 * What one round of one store gave.
 *
 * @param perSecond operations, or loaded rows, a second by all threads together
 * @param medianMicros the median latency of an operation in microseconds
 * @param p99Micros the latency that 99 of 100 operations do not exceed, in microseconds
 * @param allocatedBytes bytes that the threads allocated in the heap for an operation
 * @param processorMicros processor time of the threads for an operation, in microseconds; for what
 *     fills a table that of the whole process
 */
record Round(
    double perSecond,
    double medianMicros,
    double p99Micros,
    double allocatedBytes,
    double processorMicros) {}
