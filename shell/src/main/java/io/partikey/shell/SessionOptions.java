package io.partikey.shell;

import io.partikey.shell.format.ResultFormat;
import io.partikey.shell.session.DatabaseAddress;
import io.partikey.shell.session.ScanMode;
import io.partikey.shell.session.Settings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how a session begins. */
final class SessionOptions {
  @Option(
      names = "--format",
      order = 3,
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      completionCandidates = FormatNames.class,
      description = "How rows are written: ${COMPLETION-CANDIDATES}.")
  private @Nullable ResultFormat format;

  @Option(
      names = "--dialect",
      order = 4,
      paramLabel = "DIALECT",
      converter = DialectConverter.class,
      description = "sql (default), or dynamodb for statements and errors as the service has them.")
  private @Nullable String dialect;

  @Option(
      names = "--scan",
      order = 5,
      paramLabel = "MODE",
      converter = ScanConverter.class,
      completionCandidates = ScanNames.class,
      description = "What happens to statements that no key bounds: ${COMPLETION-CANDIDATES}.")
  private @Nullable ScanMode scan;

  /** The settings that these options ask for. */
  Settings settings() {
    Settings settings = Settings.DEFAULT;
    if (format != null) {
      settings = settings.withFormat(format);
    }
    if (dialect != null) {
      settings = settings.withProperty("dialect", dialect);
    }
    return scan == null ? settings : settings.withProperty(ScanMode.PROPERTY, scan.optionName());
  }

  static DatabaseAddress address(@Nullable String database) {
    return database == null ? DatabaseAddress.inMemory() : DatabaseAddress.of(database);
  }

  private static final class FormatNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    FormatNames() {
      super(ResultFormat.optionNames());
    }
  }

  private static final class ScanNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    ScanNames() {
      super(ScanMode.optionNames());
    }
  }

  private static final class FormatConverter implements ITypeConverter<ResultFormat> {
    @Override
    public ResultFormat convert(String value) {
      return ResultFormat.named(value).orElseThrow(() -> notOne(value, ResultFormat.optionNames()));
    }
  }

  private static final class ScanConverter implements ITypeConverter<ScanMode> {
    @Override
    public ScanMode convert(String value) {
      return ScanMode.named(value).orElseThrow(() -> notOne(value, ScanMode.optionNames()));
    }
  }

  private static final class DialectConverter implements ITypeConverter<String> {
    private static final List<String> DIALECTS = List.of("sql", "dynamodb");

    @Override
    public String convert(String value) {
      if (!DIALECTS.contains(value)) {
        throw notOne(value, DIALECTS);
      }
      return value;
    }
  }

  private static TypeConversionException notOne(String value, List<String> known) {
    return new TypeConversionException(
        "expected one of " + String.join(", ", known) + " but was '" + value + "'");
  }
}
