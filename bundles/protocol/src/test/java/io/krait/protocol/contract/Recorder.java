package io.krait.protocol.contract;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Implements any interface: keeps what it was called with, and answers as it was told to. */
public final class Recorder implements InvocationHandler {

  private final AtomicReference<Supplier<Object>> answer = new AtomicReference<>();
  private final AtomicReference<Call> last = new AtomicReference<>();

  /** A call as it arrived. Arguments may be null. */
  public record Call(String method, List<Object> arguments) {}

  public <T> T as(Class<T> type) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
  }

  public void answers(Supplier<Object> newAnswer) {
    last.set(null);
    answer.set(newAnswer);
  }

  public Call lastCall() {
    return last.get();
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    last.set(new Call(method.getName(), arguments == null ? List.of() : Arrays.asList(arguments)));
    return answer.get().get();
  }
}
