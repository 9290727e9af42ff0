package io.partikey.shell.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.item.DocumentJson;
import io.partikey.shell.session.ShellException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
  private static final TableShape TABLE =
      new TableShape("T", List.of("id"), Map.of("id", FieldType.NUMBER));

  private final Path folder;

  SourcesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsCsvWithHeader() throws Exception {
    assertThat(read("a.csv", "\ufeffid,name,note\r\n1,\"A, \"\"B\"\"\n2nd line\",\n2,,\"\"\n"))
        .containsExactly(
            "2 {\"id\":1,\"name\":\"A, \\\"B\\\"\\n2nd line\"}", "4 {\"id\":2,\"note\":\"\"}");
  }

  @Test
  void readsCsvWithoutHeader() throws Exception {
    assertThat(
            read(
                "a.csv",
                "1;007;\\N;\"\\N\"\n",
                "columns=id,code,none,text",
                "delimiter=;",
                "null=\\N"))
        .containsExactly("1 {\"id\":1,\"code\":\"007\",\"none\":null,\"text\":\"\\\\N\"}");
  }

  @Test
  void readsTabsByTheNameOfTheFile() throws Exception {
    assertThat(read("a.tsv", "id\tname\n1\tA,B\n"))
        .containsExactly("2 {\"id\":1,\"name\":\"A,B\"}");
  }

  @Test
  void readsFieldsByTheirTypes() throws Exception {
    assertThat(
            read(
                "a.csv",
                "id,n,b,x,d\n1,1.50,TRUE,AQID,\"[1,{\"\"a\"\":<<2>>}]\"\n",
                "types=n:number,b:boolean,x:binary,d:document"))
        .containsExactly(
            "2 {\"id\":1,\"n\":1.5,\"b\":true,\"x\":{{AQID}},\"d\":[1,{\"a\":<<2>>}]}");
  }

  @Test
  void infersNumbersThatStayAsTheyAre() throws Exception {
    assertThat(read("a.csv", "id,a,b,c,d,e\n1,10,007,-0.5,1.50,1e5\n", "infer=true"))
        .containsExactly(
            "2 {\"id\":1,\"a\":10,\"b\":\"007\",\"c\":-0.5,\"d\":\"1.50\",\"e\":\"1e5\"}");
  }

  @Test
  void tellsWhereFieldsAreBadAndGoesOn() throws Exception {
    assertThat(read("a.csv", "id,n\nx,1\n2\n3,4\n"))
        .containsExactly(
            "a.csv:2: id: The parameter cannot be converted to a numeric value: x",
            "a.csv:3: has 1 fields, but there are 2 columns",
            "4 {\"id\":3,\"n\":\"4\"}");
  }

  @Test
  void refusesHeadersThatNameNothing() {
    assertThatThrownBy(() -> read("a.csv", "id,,b\n"))
        .isInstanceOf(BadItemException.class)
        .hasMessageEndingWith("a.csv:1: A column has no name. Name the columns with columns=…");
    assertThatThrownBy(() -> read("a.csv", "id,b,b\n"))
        .hasMessageContaining("Two columns are called \"b\".");
  }

  @Test
  void readsPlainJsonLines() throws Exception {
    assertThat(read("a.jsonl", "{\"id\": 1, \"tags\": [\"x\"]}\n\n{\"id\":2}"))
        .containsExactly("1 {\"id\":1,\"tags\":[\"x\"]}", "3 {\"id\":2}");
  }

  @Test
  void readsDynamoJsonLines() throws Exception {
    assertThat(read("a.json", "{\"id\":{\"N\":\"1\"},\"tags\":{\"SS\":[\"x\"]}}\n"))
        .containsExactly("1 {\"id\":1,\"tags\":<<\"x\">>}");
  }

  @Test
  void readsExportsOfTheService() throws Exception {
    assertThat(
            read(
                "a.json",
                "{\"Item\": {\"id\":{\"N\":\"1\"},\"Item\":{\"S\":\"x\"}}}\n",
                "format=dynamodb-json"))
        .containsExactly("1 {\"id\":1,\"Item\":\"x\"}");
    assertThat(read("b.json", "{\"Item\":{\"id\":{\"N\":\"1\"}}}\n"))
        .containsExactly("1 {\"id\":1}");
  }

  @Test
  void takesThePlainFormWhereItIsAskedFor() throws Exception {
    assertThat(read("a.json", "{\"id\":{\"N\":\"1\"}}\n", "format=json"))
        .containsExactly("1 {\"id\":{\"N\":\"1\"}}");
  }

  @Test
  void tellsWhichLineIsNoJson() throws Exception {
    List<String> read = read("a.json", "{\"id\":1}\n{\"id\":\n{\"id\":3}\n");
    assertThat(read).hasSize(3);
    assertThat(read.get(1)).startsWith("a.json:2: ");
    assertThat(read.get(2)).isEqualTo("3 {\"id\":3}");
  }

  @Test
  void saysThatAnArrayIsNotJsonLines() throws Exception {
    assertThat(read("a.json", "[{\"id\":1}]\n").get(0))
        .startsWith("a.json:1: One object on each line is read here, not an array. ");
  }

  @Test
  void unpacksGzip() throws Exception {
    Path file = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("id\n1\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(readAll(file)).containsExactly("2 {\"id\":1}");
  }

  @Test
  void readsAllFilesOfADirectory() throws Exception {
    Files.writeString(folder.resolve("2.json"), "{\"id\":2}\n");
    Files.writeString(folder.resolve("1.csv"), "id\n1\n");
    Files.writeString(folder.resolve("manifest.md5"), "nothing to read");
    assertThat(readAll(folder)).containsExactly("2 {\"id\":1}", "1 {\"id\":2}");
  }

  @Test
  void asksForTheFormOfOtherFiles() {
    assertThatThrownBy(() -> read("a.txt", "id\n"))
        .isInstanceOf(ShellException.class)
        .hasMessageContaining("Say it with format=csv");
  }

  @Test
  void leavesOutColumnsAndTextsThatStandForNothing() throws Exception {
    assertThat(
            read(
                "a.csv",
                "1,OS,\\N,\"\"\n2,,LH,\"\\N\"\n",
                "columns=id,-,partner,note",
                "missing=\\N,"))
        .containsExactly("1 {\"id\":1}", "2 {\"id\":2,\"partner\":\"LH\"}");
  }

  @Test
  void makesAttributesOfColumns() throws Exception {
    assertThat(
            read(
                "a.csv",
                "1,VIE,JFK\n2,VIE,\n",
                "columns=id,from,to",
                "set=route:{from}-{to},copy:{id}"))
        .containsExactly(
            "1 {\"id\":1,\"from\":\"VIE\",\"to\":\"JFK\",\"route\":\"VIE-JFK\",\"copy\":\"1\"}",
            "2 {\"id\":2,\"from\":\"VIE\",\"copy\":\"2\"}");
    assertThatThrownBy(() -> read("a.csv", "1,VIE\n", "columns=id,from", "set=route:{of}"))
        .hasMessageContaining("no column is called so");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,n\\n1,x\\n2,\"y\\n3,z\\n | a.csv:3: A quote opens here and never closes.",
        "id,n,m\\n1,\"x\\n\\ny\",\"z\\n2,a,b\\n | a.csv:4: A quote opens here and never closes.",
        "\"id\\n1\\n | a.csv:1: A quote opens here and never closes.",
        "id,n\\n1,\"x\\n2,\"y\"\\n | a.csv:2: Unexpected character after closing quote: 'y'",
      })
  void namesTheLineOfAQuoteThatDoesNotCloseWhereItShould(String content, String error) {
    assertThatThrownBy(() -> read("a.csv", content.replace("\\n", "\n")))
        .isInstanceOf(UnreadableRestException.class)
        .hasMessageContaining(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"id\":\"", "[", "{\"Item\":{\"id\":{\"S\":\"", "id,n\n1,", "id,n\n1,\""})
  void readsNoLineBeyondItsBound(String start) throws IOException {
    String extension = start.startsWith("id") ? "csv" : "json";
    Path file = folder.resolve("a." + extension + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      byte[] million = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 100; i++) {
        out.write(million);
      }
    }
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(UnreadableRestException.class)
        .hasMessageContaining(".gz:" + (extension.equals("csv") ? 2 : 1) + ": The ")
        .hasMessageContaining(" is longer than ");
  }

  @Test
  void readsNoRecordOfMoreFieldsThanItsBound() {
    String field = "x".repeat(1_000_000) + ",";
    assertThatThrownBy(() -> read("a.csv", "id\n" + (field + "\"\n\",").repeat(40)))
        .isInstanceOf(UnreadableRestException.class)
        .hasMessageContaining("a.csv:")
        .hasMessageContaining("The record is longer than ");
  }

  @Test
  void tellsOfTextsThatAreNestedTooDeepAndGoesOn() throws Exception {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    String typed = "{\"L\":[".repeat(10_000) + "]}".repeat(10_000);
    String rule = "An item holds lists and maps in one another up to 32 levels deep.";
    assertThat(read("a.json", "{\"id\":1,\"x\":" + deep + "}\n{\"id\":2}\n"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("a.json:1: Invalid JSON").endsWith(rule),
            line -> assertThat(line).isEqualTo("2 {\"id\":2}"));
    assertThat(
            read(
                "b.json",
                "{\"id\":{\"N\":\"1\"}}\n{\"x\":" + typed + "}\n{\"id\":{\"N\":\"3\"}}\n"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("1 {\"id\":1}"),
            line -> assertThat(line).startsWith("b.json:2: Not DynamoDB JSON").endsWith(rule),
            line -> assertThat(line).isEqualTo("3 {\"id\":3}"));
    assertThat(read("a.csv", "id,x\n1,\"" + deep + "\"\n", "types=x:document"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("a.csv:2: x: Invalid JSON").endsWith(rule));
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("a.json");
    Files.write(file, new byte[] {'{', '"', (byte) 0xff, '"', '}', '\n'});
    assertThatThrownBy(() -> readAll(file)).isInstanceOf(IOException.class);
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    Path file = folder.resolve("a.json");
    Files.writeString(file, "{\"id\":1}\n".repeat(50_000));
    try (ItemSource source = FileSources.open(file, ImportOptions.parse(List.of()), TABLE)) {
      source.next();
      assertThat(source.fraction()).isLessThan(0.5);
      while (source.next() != null) {
        assertThat(source.fraction()).isBetween(0.0, 1.0);
      }
      assertThat(source.fraction()).isEqualTo(1);
    }
  }

  private List<String> read(String name, String content, String... options) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    return readAll(file, options);
  }

  private List<String> readAll(Path path, String... options) throws Exception {
    List<String> lines = new ArrayList<>();
    try (ItemSource source = FileSources.open(path, ImportOptions.parse(List.of(options)), TABLE)) {
      while (true) {
        try {
          SourceItem item = source.next();
          if (item == null) {
            return lines;
          }
          lines.add(item.line() + " " + DocumentJson.write(item.item()));
        } catch (BadItemException bad) {
          lines.add(bad.getMessage().replace(folder + "/", ""));
        }
      }
    }
  }
}
