package io.partikey.clients;

import io.partikey.testing.GoldenFile;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.command.text.schema.options.SchemaTextOptionsBuilder;
import schemacrawler.tools.executable.SchemaCrawlerExecutable;
import schemacrawler.tools.options.OutputOptions;
import schemacrawler.tools.options.OutputOptionsBuilder;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.MultiUseUserCredentials;

/** SchemaCrawler, which calls every metadata method, over several connections at a time. */
class SchemaCrawlerIT {
  @Test
  void reportsTheSchemaOfTheAirline() throws Exception {
    SchemaCrawlerOptions options =
        SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
            .withLoadOptions(
                LoadOptionsBuilder.builder()
                    .withSchemaInfoLevel(SchemaInfoLevelBuilder.maximum())
                    .toOptions());
    StringWriter report = new StringWriter();
    OutputOptions output =
        OutputOptionsBuilder.builder()
            .withOutputFormatValue("text")
            .withOutputWriter(report)
            .toOptions();
    Airline.open("schemacrawler").close();
    try {
      SchemaCrawlerExecutable crawler = new SchemaCrawlerExecutable("details");
      crawler.setSchemaCrawlerOptions(options);
      crawler.setOutputOptions(output);
      crawler.setAdditionalConfiguration(
          SchemaTextOptionsBuilder.builder().noInfo().showOrdinalNumbers().toConfig());
      crawler.setDataSource(
          DatabaseConnectionSources.newDatabaseConnectionSource(
              Airline.url("schemacrawler"), new MultiUseUserCredentials("", "")));
      crawler.execute();
    } finally {
      Airline.shutDown("schemacrawler");
    }
    GoldenFile.check(getClass(), "schemacrawler.txt", report.toString());
  }
}
