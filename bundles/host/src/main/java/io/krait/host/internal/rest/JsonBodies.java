package io.krait.host.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.krait.api.AppError;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;

/** Reads and writes bodies as JSON. Streams are left to others. */
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  /** A post with the longest message and the largest properties, each character escaped, fits. */
  static final int LARGEST = 8 << 20;

  private static final Pattern JSON =
      Pattern.compile("\\s*application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  private final ObjectMapper mapper;
  private final HostileJson hostile = new HostileJson();

  JsonBodies(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type != InputStream.class;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    checkType(headers);
    byte[] text = body.readNBytes(LARGEST + 1);
    if (text.length > LARGEST) {
      throw AppError.of(
          "api.context.request_body_too_large.app_error",
          "a request has at most %d bytes".formatted(LARGEST),
          413);
    }
    hostile.check(text);
    try {
      JsonNode node = mapper.readTree(text);
      if (node == null || node.isMissingNode() || node.isNull()) {
        if (Arrays.stream(annotations).noneMatch(MayBeEmpty.class::isInstance)) {
          throw Answers.invalid("the body of the request", "is empty");
        }
        node = mapper.createObjectNode();
      }
      return mapper.readerFor(mapper.constructType(genericType)).readValue(node);
    } catch (JsonMappingException otherJson) {
      throw Answers.invalid(FieldName.of(otherJson).toString(), "is not " + wanted(otherJson));
    } catch (JsonProcessingException noJson) {
      throw HostileJson.noJson(noJson);
    }
  }

  /**
   * Pages of other sites can have a browser send a body that is called something else, or nothing;
   * but no header with a token along with it, and not without saying where the page is from. The
   * field's own client for Go calls no body anything, not even that of a login.
   */
  private static void checkType(MultivaluedMap<String, String> headers) {
    String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    boolean json =
        type == null
            ? headers.getFirst(HttpHeaders.AUTHORIZATION) != null || !isOfPage(headers)
            : JSON.matcher(type).matches();
    if (!json) {
      throw AppError.of(
          "api.context.content_type.app_error",
          "send the body of the request as JSON, with the header Content-Type: application/json",
          415);
    }
  }

  /** Whether a page in a browser sends this: each says so with all that is no mere reading. */
  private static boolean isOfPage(MultivaluedMap<String, String> headers) {
    return headers.containsKey("Origin") || headers.containsKey("Sec-Fetch-Site");
  }

  private static String wanted(JsonMappingException failure) {
    Class<?> type =
        failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (type == null) {
      return "what is wanted there";
    }
    if (CharSequence.class.isAssignableFrom(type) || type.isEnum()) {
      return "a text, which is wanted there";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false, which is wanted there";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number of the kind that is wanted there";
    }
    return Collection.class.isAssignableFrom(type)
        ? "a list, which is wanted there"
        : "an object, which is wanted there";
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return !StreamingOutput.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(body, value);
  }
}
