package io.partikey;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * The packages right below a package, each with everything in it, and the classes of the package
 * itself, which are one more: patterns such as {@code a.(*)..} leave those out, so that a facade
 * and what stands below it may lean on each other unseen.
 */
record Rooms(String house) implements SliceAssignment {
  /** The rule that these rooms lean on each other in one direction. */
  static ArchRule haveNoCycles(String house) {
    return slices().assignedFrom(new Rooms(house)).should().beFreeOfCycles();
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass each) {
    String name = each.getPackageName();
    if (name.equals(house)) {
      return SliceIdentifier.of(house);
    }
    if (!name.startsWith(house + ".")) {
      return SliceIdentifier.ignore();
    }
    int start = house.length() + 1;
    int end = name.indexOf('.', start);
    return SliceIdentifier.of(name.substring(start, end < 0 ? name.length() : end));
  }

  @Override
  public String getDescription() {
    return "packages of " + house;
  }
}
