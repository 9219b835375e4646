package io.krait.supervisor.internal;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Empty;
import com.google.protobuf.WireFormat;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/**
 * What a plugin writes after its handshake, where it sends that over go-plugin's stream rather than
 * to its own standard output. Plugins need not have the stream.
 */
final class StdioStream implements Flow.Subscriber<StdioStream.Chunk> {

  private static final System.Logger LOG = System.getLogger(StdioStream.class.getName());

  private static final int STDERR = 2;

  private static final MethodDescriptor<Empty, Chunk> STREAM =
      MethodDescriptor.<Empty, Chunk>newBuilder()
          // The same on the wire as one request, of which gRPC would not tell when it can be sent.
          .setType(MethodType.BIDI_STREAMING)
          .setFullMethodName("plugin.GRPCStdio/StreamStdio")
          .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
          .setResponseMarshaller(new ChunkMarshaller())
          .build();

  private final String pluginId;
  private final PluginOutput.Feed out;
  private final PluginOutput.Feed errors;
  private Flow.Subscription subscription;

  private StdioStream(String pluginId, Supplier<PluginOutput.Feed> feeds) {
    this.pluginId = pluginId;
    out = feeds.get();
    errors = feeds.get();
  }

  /**
   * Begins to read. Ends with the channel.
   *
   * @param feeds makes what takes one stream's text
   */
  static void open(
      String pluginId, OpenChannel channel, FlowCalls calls, Supplier<PluginOutput.Feed> feeds) {
    calls
        .call(channel.grpc(), STREAM, new OneRequest(), null)
        .subscribe(new StdioStream(pluginId, feeds));
  }

  /**
   * A piece of one of the two streams; it may end anywhere.
   *
   * @param channel 1 for the standard output, 2 for the standard error output
   */
  record Chunk(int channel, byte[] data) {}

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(Chunk chunk) {
    (chunk.channel() == STDERR ? errors : out).add(chunk.data());
    subscription.request(1);
  }

  @Override
  public void onError(Throwable failure) {
    // Most plugins have no such stream, and all streams end with their plugin.
    LOG.log(Level.DEBUG, () -> "plugin " + pluginId + " streams no output any more", failure);
    onComplete();
  }

  @Override
  public void onComplete() {
    out.end();
    errors.end();
  }

  /** The empty request of the call. */
  private static final class OneRequest implements Flow.Publisher<Empty> {
    @Override
    public void subscribe(Flow.Subscriber<? super Empty> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private boolean sent;

            @Override
            public void request(long count) {
              if (!sent) {
                sent = true;
                subscriber.onNext(Empty.getDefaultInstance());
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {
              sent = true;
            }
          });
    }
  }

  /** Reads go-plugin's StdioData: 1 is the channel, 2 the data. */
  private static final class ChunkMarshaller implements Marshaller<Chunk> {
    @Override
    public InputStream stream(Chunk chunk) {
      throw new UnsupportedOperationException("plugins send what they write, and hosts do not");
    }

    @Override
    public Chunk parse(InputStream stream) {
      int channel = 0;
      byte[] data = new byte[0];
      try {
        CodedInputStream in = CodedInputStream.newInstance(stream);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
          switch (WireFormat.getTagFieldNumber(tag)) {
            case 1 -> channel = in.readEnum();
            case 2 -> data = in.readByteArray();
            default -> in.skipField(tag);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Chunk(channel, data);
    }
  }
}
