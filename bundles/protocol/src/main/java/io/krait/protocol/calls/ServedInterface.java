package io.krait.protocol.calls;

import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.krait.api.AppError;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.RemoteErrors;
import io.krait.protocol.convert.Disclosure;
import io.krait.protocol.convert.MalformedMessageException;
import io.krait.protocol.v1.PluginAPIGrpc;
import io.krait.protocol.v1.PluginHooksExtensionGrpc;
import io.krait.protocol.v1.PluginHooksGrpc;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/**
 * The seam through which every call of a peer arrives: serves a Java interface as a gRPC service.
 *
 * <p>An {@link AppError} goes into the response where it has a place for one, with gRPC status OK,
 * and into the status where it has not. Any other failure becomes an error with a reference and
 * nothing else; the whole of it goes to {@link UnexpectedFailures}.
 *
 * @param <T> the interface
 */
public final class ServedInterface<T> {

  private static final AnsweredCalls NOBODY = (method, nanos, well) -> {};

  private final Supplier<? extends T> target;
  private final FlowCalls streams;
  private final UnexpectedFailures failures;
  private final AnsweredCalls answered;
  private final Supplier<String> references;

  private ServedInterface(
      Supplier<? extends T> target,
      FlowCalls streams,
      UnexpectedFailures failures,
      AnsweredCalls answered,
      Supplier<String> references) {
    this.target = target;
    this.streams = streams;
    this.failures = failures;
    this.answered = answered;
    this.references = references;
  }

  /** The API as one plugin sees it: results hold nothing that plugins must never see. */
  public static ServerServiceDefinition of(
      PluginApi api, FlowCalls streams, UnexpectedFailures failures) {
    return of(() -> api, streams, failures, NOBODY);
  }

  /**
   * The same, with somebody who is told of the calls.
   *
   * @param api asked for with each call
   */
  public static ServerServiceDefinition of(
      Supplier<? extends PluginApi> api,
      FlowCalls streams,
      UnexpectedFailures failures,
      AnsweredCalls answered) {
    PluginApiCalls calls = new PluginApiCalls(Disclosure.TO_PLUGIN);
    return new ServedInterface<PluginApi>(
            api, streams, failures, answered, ServedInterface::randomReference)
        .define(PluginAPIGrpc.getServiceDescriptor(), calls.unary(), calls.streaming());
  }

  /** The contract's hooks of a plugin that is written in Java. */
  public static ServerServiceDefinition of(
      PluginHooks hooks, FlowCalls streams, UnexpectedFailures failures) {
    return hooks(PluginHooksGrpc.getServiceDescriptor(), hooks, streams, failures);
  }

  /** Its hooks that the contract does not have. */
  public static ServerServiceDefinition extensionOf(
      PluginHooks hooks, FlowCalls streams, UnexpectedFailures failures) {
    return hooks(PluginHooksExtensionGrpc.getServiceDescriptor(), hooks, streams, failures);
  }

  private static ServerServiceDefinition hooks(
      ServiceDescriptor service,
      PluginHooks hooks,
      FlowCalls streams,
      UnexpectedFailures failures) {
    PluginHooksCalls calls = new PluginHooksCalls(Disclosure.FULL);
    return new ServedInterface<PluginHooks>(
            () -> hooks, streams, failures, NOBODY, ServedInterface::randomReference)
        .define(service, calls.unary(), calls.streaming());
  }

  private static String randomReference() {
    return UUID.randomUUID().toString();
  }

  // Those of the calls that are the service's.
  private ServerServiceDefinition define(
      ServiceDescriptor service,
      List<? extends UnaryCall<T, ?, ?>> unary,
      List<? extends StreamingCall<T, ?, ?>> streaming) {
    ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(service);
    unary.stream()
        .filter(call -> service.getMethods().contains(call.method()))
        .forEach(call -> add(definition, call));
    streaming.stream()
        .filter(call -> service.getMethods().contains(call.method()))
        .forEach(call -> add(definition, call));
    return definition.build();
  }

  private <Q, R> void add(ServerServiceDefinition.Builder definition, UnaryCall<T, Q, R> call) {
    ServerCallHandler<Q, R> handler =
        ServerCalls.asyncUnaryCall((request, observer) -> answer(call, request, observer));
    definition.addMethod(call.method(), handler);
  }

  private <Q, R> void add(ServerServiceDefinition.Builder definition, StreamingCall<T, Q, R> call) {
    definition.addMethod(
        call.method(),
        streams.handler(
            (Flow.Publisher<Q> requests) -> call.handler().handle(target.get(), requests)));
  }

  private <Q, R> void answer(UnaryCall<T, Q, R> call, Q request, StreamObserver<R> observer) {
    long began = System.nanoTime();
    R response;
    try {
      response = call.handler().handle(target.get(), request);
    } catch (RuntimeException | StackOverflowError failure) {
      AppError error = error(call.name(), failure);
      answered.answered(call.name(), System.nanoTime() - began, false);
      refuse(call, error, observer);
      return;
    }
    answered.answered(call.name(), System.nanoTime() - began, true);
    observer.onNext(response);
    observer.onCompleted();
  }

  private AppError error(String method, Throwable failure) {
    if (failure instanceof AppError error) {
      return error;
    }
    if (failure instanceof MalformedMessageException malformed) {
      return AppError.builder()
          .id(RemoteErrors.ID_PREFIX + "malformed_request")
          .message(malformed.getMessage())
          .where(method)
          .statusCode(400)
          .build();
    }
    return internalError(method, failure);
  }

  private AppError internalError(String method, Throwable unexpected) {
    String reference = references.get();
    failures.report(method, reference, unexpected);
    return AppError.builder()
        .id(RemoteErrors.ID_PREFIX + "internal")
        .message("internal error in %s; the server's log has it as %s".formatted(method, reference))
        .requestId(reference)
        .where(method)
        .statusCode(500)
        .build();
  }

  private static <R> void refuse(
      UnaryCall<?, ?, R> call, AppError error, StreamObserver<R> observer) {
    if (call.errorResponse() == null) {
      observer.onError(RemoteErrors.toStatus(error));
    } else {
      observer.onNext(call.errorResponse().apply(error));
      observer.onCompleted();
    }
  }
}
