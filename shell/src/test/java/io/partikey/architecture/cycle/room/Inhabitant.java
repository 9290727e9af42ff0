package io.partikey.architecture.cycle.room;

import io.partikey.architecture.cycle.Facade;

/** Leans on the package above. */
public record Inhabitant(Facade facade) {}
