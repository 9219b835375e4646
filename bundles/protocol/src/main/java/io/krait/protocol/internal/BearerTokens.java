package io.krait.protocol.internal;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.AccessToken;
import io.krait.protocol.TokenGate;
import java.util.Optional;

/** Shows the token on one side and asks for it on the other. */
public final class BearerTokens {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String SCHEME = "Bearer ";

  private BearerTokens() {}

  /** Sends {@code token} with every call. */
  public static ClientInterceptor showing(AccessToken token) {
    return new ClientInterceptor() {
      @Override
      public <Q, R> ClientCall<Q, R> interceptCall(
          MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
          @Override
          public void start(Listener<R> listener, Metadata headers) {
            headers.put(AUTHORIZATION, SCHEME + token.value());
            super.start(listener, headers);
          }
        };
      }
    };
  }

  /** Refuses every call that does not pass {@code gate}. */
  public static ServerInterceptor asking(TokenGate gate) {
    return new ServerInterceptor() {
      @Override
      public <Q, R> ServerCall.Listener<Q> interceptCall(
          ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Optional<String> refusal = gate.refuses(shown(headers));
        if (refusal.isEmpty()) {
          return next.startCall(call, headers);
        }
        call.close(Status.UNAUTHENTICATED.withDescription(refusal.get()), new Metadata());
        return new ServerCall.Listener<>() {};
      }
    };
  }

  // Another scheme is as wrong as another token.
  private static @Nullable String shown(Metadata headers) {
    String shown = headers.get(AUTHORIZATION);
    return shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? shown.substring(SCHEME.length()).strip()
        : shown;
  }
}
