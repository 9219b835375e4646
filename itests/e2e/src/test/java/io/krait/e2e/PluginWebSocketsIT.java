package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WebSockets of clients to a web application in a plugin, which knows nothing of Krait. */
class PluginWebSocketsIT {

  private static final String ID = "com.example.sockets";

  private static final String PLUGIN =
      """
      from fastapi import FastAPI, WebSocket
      from mattermost_plugin import Plugin, asgi

      app = FastAPI()


      @app.websocket("/rooms/{room}")
      async def talk(socket: WebSocket, room: str):
          await socket.accept(subprotocol="chat" if "chat" in socket.scope["subprotocols"] else None)
          await socket.send_text(room + " " + (socket.scope["mattermost.user_id"] or "nobody"))
          async for text in socket.iter_text():
              if text == "leave":
                  await socket.close(4000, "as you like")
                  return
              await socket.send_bytes(text.upper().encode())


      class Tested(Plugin):
          web = asgi.mount(app)
      """;

  @TempDir private static Path folder;
  @AutoClose private static Server server;
  private static RestClient ann;
  private static String annsId;

  @BeforeAll
  static void start() throws Exception {
    server = Server.start(folder.resolve("data"), Workspace.plugin(ID, PLUGIN, folder));
    ann = server.client().signUp("ann");
    annsId = ann.get("/users/me").expect(200).text("id");
  }

  @Test
  void anApplicationTalksToItsUserInTextsAndBytes() throws Exception {
    Talk talk = new Talk();
    WebSocket socket = connect(talk, "Authorization", "Bearer " + ann.token());

    assertThat(socket.getSubprotocol()).isEqualTo("chat");
    assertThat(talk.next()).isEqualTo("kitchen " + annsId);
    socket.sendText("x".repeat(200_000), true).join();
    assertThat(talk.next()).isEqualTo("X".repeat(200_000));
    socket.sendText("leave", true).join();
    assertThat(talk.next()).isEqualTo("4000 as you like");
  }

  @Test
  void aPageOfAnotherSiteIsNobody() throws Exception {
    Talk own = new Talk();
    connect(own, "Cookie", "MMAUTHTOKEN=" + ann.token());
    assertThat(own.next()).isEqualTo("kitchen " + annsId);

    Talk foreign = new Talk();
    connect(foreign, "Cookie", "MMAUTHTOKEN=" + ann.token(), "Origin", "https://elsewhere.example");
    assertThat(foreign.next()).isEqualTo("kitchen nobody");
  }

  @Test
  void aPluginThatIsDisabledTellsItsClientsToComeBack() throws Exception {
    Talk talk = new Talk();
    connect(talk);
    assertThat(talk.next()).isEqualTo("kitchen nobody");

    ann.post("/plugins/" + ID + "/disable", Map.of()).expect(200);
    assertThat(talk.next()).startsWith("1012 ");

    ann.post("/plugins/" + ID + "/enable", Map.of()).expect(200);
    Talk again = new Talk();
    connect(again);
    assertThat(again.next()).isEqualTo("kitchen nobody");
  }

  private static WebSocket connect(Talk talk, String... headers) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI address =
        URI.create("ws://127.0.0.1:%d/plugins/%s/rooms/kitchen".formatted(server.port(), ID));
    return builder.subprotocols("other", "chat").buildAsync(address, talk).join();
  }

  /** What a client is told. */
  private static final class Talk implements WebSocket.Listener {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();

    String next() throws InterruptedException {
      return told.poll(60, TimeUnit.SECONDS);
    }

    private CompletionStage<?> take(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        told.add(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      return take(from, part, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      return take(from, StandardCharsets.UTF_8.decode(part), last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      told.add(code + " " + reason);
      return null;
    }
  }
}
