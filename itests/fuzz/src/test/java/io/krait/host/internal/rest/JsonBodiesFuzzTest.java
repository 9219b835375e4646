package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.json.ModelJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;

/** A body is read as what is wanted, or refused with a status that blames the client. */
class JsonBodiesFuzzTest {

  private static final List<Class<?>> WANTED =
      List.of(
          Post.class,
          User.class,
          Team.class,
          Channel.class,
          ChannelMember.class,
          CommandArgs.class,
          Reaction.class,
          Map.class,
          List.class,
          String[].class);

  private static final MultivaluedMap<String, String> HEADERS =
      new MultivaluedHashMap<>(Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON));

  private final JsonBodies bodies = new JsonBodies(ModelJson.mapper());

  @FuzzTest
  void body(byte[] body) throws IOException {
    for (Class<?> wanted : WANTED) {
      read(wanted, body);
    }
  }

  @SuppressWarnings("unchecked")
  private void read(Class<?> wanted, byte[] body) throws IOException {
    try {
      bodies.readFrom(
          (Class<Object>) wanted,
          wanted,
          new Annotation[0],
          MediaType.APPLICATION_JSON_TYPE,
          HEADERS,
          new ByteArrayInputStream(body));
    } catch (AppError refused) {
      assertThat(refused.statusCode()).isBetween(400, 499);
      assertThat(refused.message())
          .isNotBlank()
          .doesNotContain("com.fasterxml", "java.", "Exception", "io.krait");
    }
  }
}
