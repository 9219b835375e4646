package io.krait.http.internal;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** A part of a file as an answer; it is read as the client takes it. For one subscriber. */
final class FilePublisher implements Flow.Publisher<ServeHttpResponse>, Flow.Subscription {

  private final FileChannel channel;
  private final AtomicLong demand = new AtomicLong();
  private final Turns turns = new Turns(this::turn);
  private volatile Flow.@Nullable Subscriber<? super ServeHttpResponse> subscriber;
  private volatile boolean cancelled;

  // Touched in turns only.
  private @Nullable ServeHttpResponseInit init;
  private long position;
  private long left;
  private boolean ended;

  /** Opens the file; it is closed when all is read, or nothing more is wanted. */
  FilePublisher(ServeHttpResponseInit init, Path file, long from, long length) throws IOException {
    this.init = init;
    position = from;
    left = length;
    channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ServeHttpResponse> given) {
    subscriber = given;
    given.onSubscribe(this);
  }

  @Override
  public void request(long n) {
    demand.addAndGet(n);
    turns.take();
  }

  @Override
  public void cancel() {
    cancelled = true;
    turns.take();
  }

  private void turn() {
    Flow.Subscriber<? super ServeHttpResponse> to = subscriber;
    if (ended || to == null) {
      return;
    }
    try {
      while (!ended && !cancelled && demand.get() > 0) {
        demand.decrementAndGet();
        send(to);
      }
      if (cancelled && !ended) {
        ended = true;
        channel.close();
      }
    } catch (IOException problem) {
      ended = true;
      close();
      to.onError(problem);
    }
  }

  private void send(Flow.Subscriber<? super ServeHttpResponse> to) throws IOException {
    byte[] chunk = new byte[(int) Math.min(left, RequestBody.CHUNK)];
    ByteBuffer buffer = ByteBuffer.wrap(chunk);
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, position + buffer.position());
      if (count < 0) {
        throw new EOFException("the file has become shorter");
      }
    }
    position += chunk.length;
    left -= chunk.length;
    ended = left == 0;
    ServeHttpResponse message =
        ServeHttpResponse.builder()
            .init(init)
            .bodyChunk(Bytes.owning(chunk))
            .bodyComplete(ended)
            .build();
    init = null;
    if (ended) {
      channel.close();
    }
    to.onNext(message);
    if (ended) {
      to.onComplete();
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException alreadyFailed) {
      System.getLogger(FilePublisher.class.getName())
          .log(System.Logger.Level.DEBUG, "closing a file failed", alreadyFailed);
    }
  }
}
