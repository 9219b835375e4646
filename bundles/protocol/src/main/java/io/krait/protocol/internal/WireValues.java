package io.krait.protocol.internal;

import com.google.protobuf.ByteOutput;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.protocol.convert.MalformedMessageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What generated converters need for a single value. */
public final class WireValues {

  /** Of what size one part may be something else in an array that is shared. */
  private static final int MOST_AROUND = 8;

  private WireValues() {}

  /**
   * The bytes as protobuf keeps them. They are shared, which is safe: neither side changes them.
   */
  public static ByteString toWire(Bytes bytes) {
    // Not as a buffer: protobuf copies those that are read-only.
    return bytes.isEmpty() ? ByteString.EMPTY : UnsafeByteOperations.unsafeWrap(bytes.shared());
  }

  /**
   * The bytes that protobuf keeps. They are shared where they fill their array, or nearly do, as
   * those of a message that is little else; a small part would keep all of the array in memory.
   */
  public static Bytes fromWire(ByteString bytes) {
    Shared shared = new Shared(bytes.size());
    try {
      UnsafeByteOperations.unsafeWriteTo(bytes, shared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Bytes found = shared.bytes;
    return found == null ? Bytes.owning(bytes.toByteArray()) : found;
  }

  /** Takes the array in which bytes are, if it is one and there is little else in it. */
  private static final class Shared extends ByteOutput {
    private final int size;
    private @Nullable Bytes bytes;

    Shared(int size) {
      this.size = size;
    }

    @Override
    public void writeLazy(byte[] value, int offset, int length) {
      if (length == size && value.length - size <= size / MOST_AROUND) {
        bytes = Bytes.owning(value, offset, length);
      }
    }

    @Override
    public void write(byte value) {}

    @Override
    public void write(byte[] value, int offset, int length) {}

    @Override
    public void write(ByteBuffer value) {}

    @Override
    public void writeLazy(ByteBuffer value) {}
  }

  public static <A, B> List<B> list(List<A> list, Function<A, B> convert) {
    if (list.isEmpty()) {
      return List.of();
    }
    List<B> result = new ArrayList<>(list.size());
    for (A element : list) {
      result.add(convert.apply(element));
    }
    return result;
  }

  public static <A, B> Map<String, B> map(Map<String, A> map, Function<A, B> convert) {
    if (map.isEmpty()) {
      return Map.of();
    }
    Map<String, B> result = new LinkedHashMap<>(map.size() * 2);
    map.forEach((key, value) -> result.put(key, convert.apply(value)));
    return result;
  }

  /**
   * The value of a field that the contract requires.
   *
   * @throws MalformedMessageException where the field is absent
   */
  public static <T> T required(boolean present, String place, String field, T value) {
    if (!present) {
      throw new MalformedMessageException("%s: %s is required".formatted(place, field));
    }
    return value;
  }

  /**
   * The enum value that stands for a number.
   *
   * @throws MalformedMessageException where the contract has no such number
   */
  public static <E> E enumValue(Optional<E> value, String place, int number) {
    return value.orElseThrow(
        () ->
            new MalformedMessageException(
                "%s: %d is not a value that the contract knows".formatted(place, number)));
  }

  /**
   * What a method returned.
   *
   * @throws IllegalStateException where that is null, which no method may return
   */
  public static <T> T returned(String method, @Nullable T result) {
    if (result == null) {
      throw new IllegalStateException("%s returned null".formatted(method));
    }
    return result;
  }
}
