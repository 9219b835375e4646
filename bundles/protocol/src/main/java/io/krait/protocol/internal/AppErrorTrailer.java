package io.krait.protocol.internal;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.ExtensionRegistryLite;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.WireFormat;
import io.grpc.Metadata;
import io.krait.api.AppError;
import io.krait.api.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An AppError beside a status, so that nothing of it is lost where the answer has no error field.
 */
public final class AppErrorTrailer {

  private static final Metadata.Key<byte[]> KEY =
      Metadata.Key.of("krait-app-error-bin", Metadata.BINARY_BYTE_MARSHALLER);

  /** gRPC libraries take 8 KiB of trailers unless told otherwise; base64 makes 4 KiB 5.4. */
  private static final int MAX_BYTES = 4 << 10;

  /** Four such texts of three bytes a character still fit. */
  private static final int MAX_TEXT = 256;

  private AppErrorTrailer() {}

  /** Adds {@code error}; one that is too large loses its parameters, then the ends of its texts. */
  public static void write(AppError error, Metadata trailers) {
    byte[] bytes = encode(error);
    if (bytes.length > MAX_BYTES) {
      bytes = encode(error.toBuilder().params(Map.of()).build());
    }
    if (bytes.length > MAX_BYTES) {
      bytes =
          encode(
              AppError.builder()
                  .id(cut(error.id()))
                  .message(cut(error.message()))
                  .detailedError(cut(error.detailedError()))
                  .requestId(cut(error.requestId()))
                  .where(cut(error.where()))
                  .statusCode(error.statusCode())
                  .build());
    }
    trailers.put(KEY, bytes);
  }

  /** The error that the peer has sent, or null where there is none that can be read. */
  public static @Nullable AppError read(Metadata trailers) {
    byte[] bytes = trailers.get(KEY);
    if (bytes == null) {
      return null;
    }
    try {
      return decode(bytes);
    } catch (IOException | IllegalArgumentException e) {
      // The status itself still says something, so the call's error is not lost with this.
      return null;
    }
  }

  private static byte[] encode(AppError error) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      out.writeString(1, error.id());
      out.writeString(2, error.message());
      out.writeString(3, error.detailedError());
      out.writeString(4, error.requestId());
      out.writeInt32(5, error.statusCode());
      out.writeString(6, error.where());
      if (!error.params().isEmpty()) {
        out.writeMessage(7, toStruct(error.params()));
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static AppError decode(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    AppError.Builder error = AppError.builder();
    while (true) {
      int tag = in.readTag();
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 0 -> {
          return error.build();
        }
        case 1 -> error.id(in.readStringRequireUtf8());
        case 2 -> error.message(in.readStringRequireUtf8());
        case 3 -> error.detailedError(in.readStringRequireUtf8());
        case 4 -> error.requestId(in.readStringRequireUtf8());
        case 5 -> error.statusCode(in.readInt32());
        case 6 -> error.where(in.readStringRequireUtf8());
        case 7 ->
            error.params(
                toMap(in.readMessage(Struct.parser(), ExtensionRegistryLite.getEmptyRegistry())));
        default -> in.skipField(tag);
      }
    }
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  private static Struct toStruct(Map<?, ?> map) {
    Struct.Builder struct = Struct.newBuilder();
    map.forEach((key, value) -> struct.putFields(String.valueOf(key), toValue(value)));
    return struct.build();
  }

  private static Value toValue(@Nullable Object value) {
    Value.Builder result = Value.newBuilder();
    if (value == null) {
      return result.setNullValue(NullValue.NULL_VALUE).build();
    }
    if (value instanceof Boolean bool) {
      return result.setBoolValue(bool).build();
    }
    if (value instanceof Number number) {
      return result.setNumberValue(number.doubleValue()).build();
    }
    if (value instanceof Map<?, ?> map) {
      return result.setStructValue(toStruct(map)).build();
    }
    if (value instanceof Iterable<?> items) {
      ListValue.Builder list = ListValue.newBuilder();
      items.forEach(item -> list.addValues(toValue(item)));
      return result.setListValue(list).build();
    }
    return result.setStringValue(value.toString()).build();
  }

  private static Map<String, Object> toMap(Struct struct) {
    Map<String, Object> map = new LinkedHashMap<>();
    struct.getFieldsMap().forEach((key, value) -> map.put(key, toObject(value)));
    return map;
  }

  private static @Nullable Object toObject(Value value) {
    return switch (value.getKindCase()) {
      case NUMBER_VALUE -> value.getNumberValue();
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case STRUCT_VALUE -> toMap(value.getStructValue());
      case LIST_VALUE -> {
        List<Object> list = new ArrayList<>();
        value.getListValue().getValuesList().forEach(item -> list.add(toObject(item)));
        yield list;
      }
      case NULL_VALUE, KIND_NOT_SET -> null;
    };
  }
}
