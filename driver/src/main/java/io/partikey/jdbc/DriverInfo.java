package io.partikey.jdbc;

/** Names and versions that driver and metadata report alike. */
final class DriverInfo {
  static final String PRODUCT = "PartiKey";
  static final String DRIVER = "PartiKey JDBC Driver";
  static final int MAJOR_VERSION = 0;
  static final int MINOR_VERSION = 1;
  static final String VERSION = "0.1.0";

  /** The only schema, to which every table belongs. */
  static final String SCHEMA = "main";

  private DriverInfo() {}
}
