package io.krait.benchmarks;

import com.google.protobuf.InvalidProtocolBufferException;
import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.api.model.User;
import io.krait.protocol.convert.Disclosure;
import io.krait.protocol.convert.PostConverter;
import io.krait.protocol.convert.PostListConverter;
import io.krait.protocol.convert.UserConverter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A model to its message and back, without the bytes; and beside it what protobuf takes for the
 * bytes, which is the part that nobody can save.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConversionBenchmark {

  private final Post post = Samples.post(7);
  private final User user = Samples.user();
  private final PostList list = Samples.postList();
  private final io.krait.protocol.v1.Post postMessage =
      PostConverter.toWire(post, Disclosure.TO_PLUGIN);
  private final io.krait.protocol.v1.User userMessage =
      UserConverter.toWire(user, Disclosure.TO_PLUGIN);
  private final io.krait.protocol.v1.PostList listMessage =
      PostListConverter.toWire(list, Disclosure.TO_PLUGIN);
  private final byte[] listBytes = listMessage.toByteArray();
  private final byte[] postBytes = postMessage.toByteArray();

  @Benchmark
  public Object postToWire() {
    return PostConverter.toWire(post, Disclosure.TO_PLUGIN);
  }

  @Benchmark
  public Object postFromWire() {
    return PostConverter.fromWire(postMessage);
  }

  @Benchmark
  public Object userToWire() {
    return UserConverter.toWire(user, Disclosure.TO_PLUGIN);
  }

  @Benchmark
  public Object userFromWire() {
    return UserConverter.fromWire(userMessage);
  }

  @Benchmark
  public Object postListToWire() {
    return PostListConverter.toWire(list, Disclosure.TO_PLUGIN);
  }

  @Benchmark
  public Object postListFromWire() {
    return PostListConverter.fromWire(listMessage);
  }

  @Benchmark
  public Object protobufWritesPost() {
    return postMessage.toByteArray();
  }

  @Benchmark
  public Object protobufReadsPost() throws InvalidProtocolBufferException {
    return io.krait.protocol.v1.Post.parseFrom(postBytes);
  }

  @Benchmark
  public Object protobufReadsPostList() throws InvalidProtocolBufferException {
    return io.krait.protocol.v1.PostList.parseFrom(listBytes);
  }
}
