package io.partikey.architecture.cycle;

import io.partikey.architecture.cycle.room.Inhabitant;

/** Leans on what stands below it, which leans on this. */
public final class Facade {
  /** Makes one that knows this. */
  public Inhabitant inhabitant() {
    return new Inhabitant(this);
  }
}
