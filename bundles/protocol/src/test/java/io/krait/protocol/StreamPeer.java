package io.krait.protocol;

import io.grpc.stub.StreamObserver;
import io.krait.protocol.calls.v1.Answer;
import io.krait.protocol.calls.v1.AnswerFrame;
import io.krait.protocol.calls.v1.Call;
import io.krait.protocol.calls.v1.CallFrame;
import io.krait.protocol.calls.v1.CallStreamGrpc;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A peer that takes calls on a stream and answers them as a test wishes. */
final class StreamPeer extends CallStreamGrpc.CallStreamImplBase {

  final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  final BlockingQueue<Long> cancelled = new LinkedBlockingQueue<>();
  final CompletableFuture<Void> callerEnded = new CompletableFuture<>();
  private volatile StreamObserver<AnswerFrame> current;

  @Override
  public StreamObserver<CallFrame> open(StreamObserver<AnswerFrame> answers) {
    current = answers;
    answers.onNext(AnswerFrame.getDefaultInstance());
    return new StreamObserver<>() {
      @Override
      public void onNext(CallFrame frame) {
        calls.addAll(frame.getCallsList());
        cancelled.addAll(frame.getCancelledList());
      }

      @Override
      public void onError(Throwable problem) {
        callerEnded.completeExceptionally(problem);
      }

      @Override
      public void onCompleted() {
        callerEnded.complete(null);
      }
    };
  }

  Call nextCall() throws InterruptedException {
    Call call = calls.poll(Wire.LONG.toSeconds(), TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("no call has come on the stream");
    }
    return call;
  }

  void echo(Call call) {
    answer(Answer.newBuilder().setId(call.getId()).setResponse(call.getRequest()).build());
  }

  void answer(Answer... answers) {
    AnswerFrame.Builder frame = AnswerFrame.newBuilder();
    for (Answer answer : answers) {
      frame.addAnswers(answer);
    }
    current.onNext(frame.build());
  }

  void breakOff(Throwable problem) {
    current.onError(problem);
  }

  void complete() {
    current.onCompleted();
  }
}
