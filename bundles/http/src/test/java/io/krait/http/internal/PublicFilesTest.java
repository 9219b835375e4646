package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that a plugin shows to everybody. */
class PublicFilesTest {

  private static final String ID = "com.example.plugin";
  private static final String PUBLIC = "/plugins/" + ID + "/public/";

  @TempDir Path folder;
  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(folder.resolve("public/sub"));
    Files.writeString(folder.resolve("public/hello.txt"), "0123456789");
    Files.writeString(folder.resolve("public/a b+c.css"), "body {}");
    Files.writeString(folder.resolve("public/empty.js"), "");
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(
        folder.resolve("public/link.txt"), folder.resolve("secret.txt").toAbsolutePath());
    server = new TestServer(TestServer.DEFAULTS, folder, null);
    server.run(ID, new FakePlugin());
    client = new RawClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void aFileIsServedWithItsTypeAndATag() throws Exception {
    client.request("GET " + PUBLIC + "hello.txt");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.value("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(head.value("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(client.text(head)).isEqualTo("0123456789");
    client.request("GET " + PUBLIC + "hello.txt", "If-None-Match: " + head.value("ETag"));
    assertThat(client.head().status()).isEqualTo(304);
    client.request(
        "GET " + PUBLIC + "hello.txt", "If-Modified-Since: " + head.value("Last-Modified"));
    assertThat(client.head().status()).isEqualTo(304);
    client.request("HEAD " + PUBLIC + "hello.txt");
    assertThat(client.head().value("Content-Length")).isEqualTo("10");
    client.request("GET " + PUBLIC + "a%20b+c.css");
    assertThat(client.text(client.head())).isEqualTo("body {}");
    client.request("GET " + PUBLIC + "empty.js");
    assertThat(client.text(client.head())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,206,0,bytes 0-0/10",
    "bytes=2-4,206,234,bytes 2-4/10",
    "bytes=8-,206,89,bytes 8-9/10",
    "bytes=8-100,206,89,bytes 8-9/10",
    "bytes=-3,206,789,bytes 7-9/10",
    "bytes=-100,200,0123456789,",
    "'bytes=1-2,4-5',200,0123456789,",
    "bytes=4-2,200,0123456789,",
    "lines=1-2,200,0123456789,"
  })
  void partsOfAFileAreServed(String range, int status, String body, String contentRange)
      throws Exception {
    client.request("GET " + PUBLIC + "hello.txt", "Range: " + range);

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(status);
    assertThat(client.text(head)).isEqualTo(body);
    if (contentRange != null) {
      assertThat(head.value("Content-Range")).isEqualTo(contentRange);
    }
  }

  @Test
  void aPartThatIsNotThereIsSaidToBeNot() throws Exception {
    client.request("GET " + PUBLIC + "hello.txt", "Range: bytes=10-");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(416);
    assertThat(head.value("Content-Range")).isEqualTo("bytes */10");
  }

  @Test
  void partsOfAnotherVersionAreNotServed() throws Exception {
    client.request("GET " + PUBLIC + "hello.txt", "Range: bytes=2-4", "If-Range: \"old\"");

    assertThat(client.head().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sub",
        "sub/",
        "missing",
        "link.txt",
        "../secret.txt",
        "sub/../../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "..%5csecret.txt",
        "sub//hello.txt",
        "hello.txt/",
        "hello.txt%00",
        "%zz"
      })
  void nothingElseIs(String path) throws Exception {
    client.request("GET " + PUBLIC + path);

    assertThat(client.head().status()).isIn(400, 404);
  }

  @Test
  void filesCannotBeWritten() throws Exception {
    client.request("POST " + PUBLIC + "hello.txt", "Content-Length: 0");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(405);
    assertThat(head.value("Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void largeFilesArriveWhole() throws Exception {
    byte[] bytes = new byte[3_000_001];
    new Random(1).nextBytes(bytes);
    Files.write(folder.resolve("public/large.bin"), bytes);

    client.request("GET " + PUBLIC + "large.bin");

    assertThat(client.body(client.head())).isEqualTo(bytes);
  }
}
