package io.krait.protocol.internal.lane;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import com.google.protobuf.WireFormat;
import io.krait.api.Nullable;
import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.Call;
import io.krait.protocol.lane.v1.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Frames that are to be written together. Messages within calls and answers are serialised in
 * place, without an array of their own. For one thread at a time.
 */
final class FrameBuffer {

  private static final int INITIAL = 1 << 10;
  private static final int KEPT = 256 << 10;
  private static final int HEADER = Integer.BYTES + 1;

  private byte[] bytes = new byte[INITIAL];
  private int length;

  /** How many bytes are in it. */
  int length() {
    return length;
  }

  /** Its content; the buffer must not be added to before that has been written. */
  ByteBuffer content() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  /** Makes it empty. */
  void clear() {
    length = 0;
    if (bytes.length > KEPT) {
      bytes = new byte[INITIAL];
    }
  }

  /** Adds the frames of another one. */
  void addAll(FrameBuffer other) {
    ensure(other.length);
    System.arraycopy(other.bytes, 0, bytes, length, other.length);
    length += other.length;
  }

  /** Adds a frame with a message. */
  void add(int kind, MessageLite message) {
    int size = message.getSerializedSize();
    write(kind, size, message::writeTo);
  }

  /** Adds a {@link Call}. */
  void addCall(long id, String method, MessageLite request, long timeoutMillis, boolean inTurn) {
    int requestSize = request.getSerializedSize();
    int size =
        CodedOutputStream.computeInt64Size(Call.ID_FIELD_NUMBER, id)
            + CodedOutputStream.computeStringSize(Call.METHOD_FIELD_NUMBER, method)
            + nestedSize(Call.REQUEST_FIELD_NUMBER, requestSize)
            + (timeoutMillis == 0
                ? 0
                : CodedOutputStream.computeInt64Size(
                    Call.TIMEOUT_MILLIS_FIELD_NUMBER, timeoutMillis))
            + (inTurn ? CodedOutputStream.computeBoolSize(Call.IN_TURN_FIELD_NUMBER, true) : 0);
    write(
        Kind.KIND_CALL_VALUE,
        size,
        out -> {
          out.writeInt64(Call.ID_FIELD_NUMBER, id);
          out.writeString(Call.METHOD_FIELD_NUMBER, method);
          writeNested(out, Call.REQUEST_FIELD_NUMBER, requestSize, request);
          if (timeoutMillis != 0) {
            out.writeInt64(Call.TIMEOUT_MILLIS_FIELD_NUMBER, timeoutMillis);
          }
          if (inTurn) {
            out.writeBool(Call.IN_TURN_FIELD_NUMBER, true);
          }
        });
  }

  /** Adds an {@link Answer} with a response. */
  void addAnswer(long id, @Nullable MessageLite response) {
    int responseSize = response == null ? 0 : response.getSerializedSize();
    int size =
        CodedOutputStream.computeInt64Size(Answer.ID_FIELD_NUMBER, id)
            + nestedSize(Answer.RESPONSE_FIELD_NUMBER, responseSize);
    write(
        Kind.KIND_ANSWER_VALUE,
        size,
        out -> {
          out.writeInt64(Answer.ID_FIELD_NUMBER, id);
          writeNested(out, Answer.RESPONSE_FIELD_NUMBER, responseSize, response);
        });
  }

  // A field of bytes looks on the wire as one of the message whose bytes they are.
  private static int nestedSize(int field, int size) {
    return size == 0
        ? 0
        : CodedOutputStream.computeTagSize(field)
            + CodedOutputStream.computeUInt32SizeNoTag(size)
            + size;
  }

  private static void writeNested(
      CodedOutputStream out, int field, int size, @Nullable MessageLite message)
      throws IOException {
    if (message != null && size > 0) {
      out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
      out.writeUInt32NoTag(size);
      message.writeTo(out);
    }
  }

  /** Adds a frame with nothing in it. */
  void addStillThere() {
    write(Kind.KIND_STILL_THERE_VALUE, 0, out -> {});
  }

  private interface Payload {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private void write(int kind, int size, Payload payload) {
    int begin = length;
    ensure(HEADER + size);
    ByteBuffer.wrap(bytes).putInt(begin, size + 1).put(begin + Integer.BYTES, (byte) kind);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes, begin + HEADER, size);
      payload.writeTo(out);
      out.checkNoSpaceLeft();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    length = begin + HEADER + size;
  }

  private void ensure(int more) {
    long needed = (long) length + more;
    if (needed > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("more is waiting to be sent than fits into memory");
    }
    if (needed > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.max(needed, Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
    }
  }
}
