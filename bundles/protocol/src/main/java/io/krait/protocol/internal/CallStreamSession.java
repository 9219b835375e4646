package io.krait.protocol.internal;

import com.google.protobuf.MessageLite;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.RemoteErrors;
import io.krait.protocol.SerialExecutor;
import io.krait.protocol.calls.v1.Answer;
import io.krait.protocol.calls.v1.AnswerFrame;
import io.krait.protocol.calls.v1.Call;
import io.krait.protocol.calls.v1.CallFrame;
import io.krait.protocol.calls.v1.CallStreamGrpc;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One open stream of calls. What comes together while a frame is on its way goes into the next one,
 * so that frames grow with the load, and a single call waits for nothing.
 */
final class CallStreamSession extends ClientCall.Listener<AnswerFrame> {

  private static final int LARGEST_FRAME = 256 << 10;

  private final Executor executor;
  private final SerialExecutor sending;
  private final ScheduledExecutorService timer;
  private final int maxCalls;
  private final BiConsumer<CallStreamSession, Status> whenEnded;

  private final Object lock = new Object();
  private final Map<Long, Waiting<?>> waiting = new HashMap<>();
  private final Queue<Call> calls = new ArrayDeque<>();
  private final Queue<Long> cancelled = new ArrayDeque<>();
  private final FramePace pace = new FramePace(System::nanoTime);
  private long lastId;
  private boolean sendingPlanned;
  private boolean sendingLater;
  private boolean finishing;
  private @Nullable Status end;

  /** Names of methods that stream and are not offered here. */
  private final Set<String> notOffered = ConcurrentHashMap.newKeySet();

  private volatile boolean welcome;
  private @Nullable ClientCall<CallFrame, AnswerFrame> stream;
  private boolean halfClosed;

  CallStreamSession(
      Executor executor,
      ScheduledExecutorService timer,
      int maxCalls,
      BiConsumer<CallStreamSession, Status> whenEnded) {
    this.executor = executor;
    this.sending = new SerialExecutor(executor, "a call stream's signal");
    this.timer = timer;
    this.maxCalls = maxCalls;
    this.whenEnded = whenEnded;
  }

  /** Opens the stream; calls must wait until it {@linkplain #isWelcome is welcome}. */
  void start(Channel channel) {
    sending.tell(
        () -> {
          ClientCall<CallFrame, AnswerFrame> call =
              channel.newCall(CallStreamGrpc.getOpenMethod(), CallOptions.DEFAULT);
          stream = call;
          call.start(this, new Metadata());
          call.request(1);
        });
  }

  boolean isWelcome() {
    return welcome;
  }

  /** Calls; null where the stream takes no calls any more. */
  <R> @Nullable CompletableFuture<R> call(
      MethodDescriptor<?, R> method, MessageLite request, @Nullable Duration deadline) {
    return call(new Waiting<>(method, false, answer -> parse(method, answer)), request, deadline);
  }

  /**
   * Calls a method that streams, with its only request. Half of the calls may be such ones, as they
   * may take long.
   *
   * @return null where the stream does not take it; its result is null where the peer does not
   */
  <R> @Nullable CompletableFuture<@Nullable Beginning<R>> begin(
      MethodDescriptor<?, R> method, MessageLite request) {
    if (notOffered.contains(method.getFullMethodName())) {
      return null;
    }
    synchronized (lock) {
      if (waiting.size() >= maxCalls / 2) {
        return null;
      }
    }
    return call(new Waiting<>(method, true, answer -> beginning(method, answer)), request, null);
  }

  private <R> @Nullable Beginning<R> beginning(MethodDescriptor<?, R> method, Answer answer) {
    if (answer.getStatus() == Status.Code.UNIMPLEMENTED.value()) {
      notOffered.add(method.getFullMethodName());
      return null;
    }
    boolean nothingYet = answer.getRest() != 0 && answer.getResponse().isEmpty();
    return new Beginning<>(nothingYet ? null : parse(method, answer), answer.getRest());
  }

  private static <R> R parse(MethodDescriptor<?, R> method, Answer answer) {
    if (answer.getStatus() != Status.Code.OK.value()) {
      Status status = Status.fromCodeValue(answer.getStatus());
      String text = answer.getStatusText();
      throw RemoteErrors.toAppError(
          text.isEmpty() ? status : status.withDescription(text), null, method);
    }
    return method.parseResponse(answer.getResponse().newInput());
  }

  private <R> @Nullable CompletableFuture<R> call(
      Waiting<R> call, MessageLite request, @Nullable Duration deadline) {
    Call.Builder message =
        Call.newBuilder()
            .setMethod(call.method.getFullMethodName())
            .setRequest(request.toByteString());
    if (deadline != null) {
      message.setTimeoutMillis(Math.max(1, deadline.toMillis()));
    }
    synchronized (lock) {
      if (end != null || finishing) {
        return null;
      }
      if (waiting.size() >= maxCalls) {
        call.fail(
            Status.RESOURCE_EXHAUSTED.withDescription(
                maxCalls + " calls to this peer run already, which is the limit"));
        return call.answer;
      }
      call.id = ++lastId;
      waiting.put(call.id, call);
      calls.add(message.setId(call.id).build());
    }
    if (deadline != null) {
      call.giveUpAfter(deadline);
    }
    call.cancelWithAnswer();
    planSending();
    return call.answer;
  }

  /** Takes no more calls; the stream ends when those that run are answered. */
  void finish() {
    synchronized (lock) {
      finishing = true;
    }
    planSending();
  }

  private void giveUp(Waiting<?> call, Status status) {
    if (forget(call.id)) {
      handOver(() -> call.fail(status));
    }
  }

  // Whether somebody waited for that call; the peer is told that nobody does any more.
  private boolean forget(long id) {
    synchronized (lock) {
      if (waiting.remove(id) == null || end != null) {
        return false;
      }
      if (!calls.removeIf(call -> call.getId() == id)) {
        cancelled.add(id);
      }
    }
    planSending();
    return true;
  }

  private void planSending() {
    synchronized (lock) {
      if (sendingPlanned) {
        return;
      }
      sendingPlanned = true;
    }
    sending.tell(this::send);
  }

  private void send() {
    synchronized (lock) {
      sendingPlanned = false;
    }
    while (stream != null && !halfClosed && stream.isReady()) {
      CallFrame frame;
      boolean last;
      synchronized (lock) {
        if (waitsForAnswers()) {
          return;
        }
        frame = nextFrame();
        last = finishing && calls.isEmpty() && cancelled.isEmpty();
      }
      if (frame != null) {
        stream.sendMessage(frame);
      }
      if (last) {
        halfClosed = true;
        stream.halfClose();
      }
      if (frame == null) {
        return;
      }
    }
  }

  private boolean waitsForAnswers() {
    long nanos = calls.isEmpty() || finishing ? 0 : pace.nanosToWait(waiting.size() - calls.size());
    if (nanos > 0 && !sendingLater) {
      try {
        timer.schedule(this::sendLater, nanos, TimeUnit.NANOSECONDS);
        sendingLater = true;
      } catch (RejectedExecutionException e) {
        // The transport is being closed: what can still be sent is sent now.
        return false;
      }
    }
    return nanos > 0;
  }

  private void sendLater() {
    synchronized (lock) {
      sendingLater = false;
    }
    planSending();
  }

  private @Nullable CallFrame nextFrame() {
    if (calls.isEmpty() && cancelled.isEmpty()) {
      return null;
    }
    pace.sent();
    CallFrame.Builder frame = CallFrame.newBuilder().addAllCancelled(cancelled);
    cancelled.clear();
    int size = 0;
    while (!calls.isEmpty() && size < LARGEST_FRAME) {
      Call call = calls.remove();
      size += call.getSerializedSize();
      frame.addCalls(call);
    }
    return frame.build();
  }

  @Override
  public void onReady() {
    planSending();
  }

  @Override
  public void onMessage(AnswerFrame frame) {
    welcome = true;
    List<Runnable> ready = new ArrayList<>(frame.getAnswersCount());
    List<Runnable> beginnings = new ArrayList<>();
    boolean held;
    synchronized (lock) {
      pace.answered();
      held = sendingLater;
      for (Answer answer : frame.getAnswersList()) {
        Waiting<?> call = waiting.remove(answer.getId());
        if (call != null) {
          (call.streams ? beginnings : ready).add(() -> call.answered(answer));
        }
      }
    }
    if (held) {
      planSending();
    }
    ready.forEach(this::handOver);
    if (!beginnings.isEmpty()) {
      // Subscribers of streams hold up nobody.
      handOver(() -> beginnings.forEach(Runnable::run));
    }
    if (stream != null) {
      stream.request(1);
    }
  }

  // One answer's reader may take its time without holding up the others.
  private void handOver(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      task.run();
    }
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    List<Waiting<?>> left;
    synchronized (lock) {
      end = status;
      left = List.copyOf(waiting.values());
      waiting.clear();
      calls.clear();
      cancelled.clear();
    }
    whenEnded.accept(this, status);
    Status why =
        status.isOk() ? Status.UNAVAILABLE.withDescription("the peer takes no calls") : status;
    left.forEach(call -> handOver(() -> call.fail(why)));
  }

  /** A call whose answer is waited for. */
  private final class Waiting<R> {
    private final MethodDescriptor<?, ?> method;
    private final boolean streams;
    private final Function<Answer, R> decode;
    private final CompletableFuture<R> answer = new CompletableFuture<>();
    private long id;
    private volatile @Nullable ScheduledFuture<?> timeout;

    private Waiting(MethodDescriptor<?, ?> method, boolean streams, Function<Answer, R> decode) {
      this.method = method;
      this.streams = streams;
      this.decode = decode;
    }

    private void giveUpAfter(Duration deadline) {
      try {
        timeout =
            timer.schedule(
                () -> giveUp(this, Status.DEADLINE_EXCEEDED),
                deadline.toNanos(),
                TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        // The transport is being closed, which ends the stream and with it this call.
      }
    }

    // What whenComplete returns is one more future of the same result.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void cancelWithAnswer() {
      answer.whenComplete(
          (result, failure) -> {
            ScheduledFuture<?> running = timeout;
            if (running != null) {
              running.cancel(false);
            }
            forget(id);
          });
    }

    private void answered(Answer sent) {
      try {
        answer.complete(decode.apply(sent));
      } catch (RuntimeException e) {
        answer.completeExceptionally(RemoteErrors.toAppError(e, method));
      }
    }

    private void fail(Status status) {
      answer.completeExceptionally(RemoteErrors.toAppError(status, null, method));
    }
  }
}
