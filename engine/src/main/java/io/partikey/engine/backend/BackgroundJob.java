package io.partikey.engine.backend;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that a store does beside its callers, and how it goes.
 *
 * @param name what it is called
 * @param purpose what it does, in words
 * @param lastSuccess when a turn of it last ended well, empty if none did since the store was
 *     opened
 * @param lastFailure when a turn of it last failed, empty if none did
 * @param failure what it failed of, in words, empty if it did not
 * @param failures how many turns failed since one last ended well; from one on it fails now, and is
 *     tried again by itself
 */
public record BackgroundJob(
    String name,
    String purpose,
    Optional<Instant> lastSuccess,
    Optional<Instant> lastFailure,
    Optional<String> failure,
    long failures) {}
