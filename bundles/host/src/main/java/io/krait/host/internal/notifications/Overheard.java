package io.krait.host.internal.notifications;

import io.krait.api.model.Post;
import io.krait.host.internal.chat.HostHooks;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Lets somebody hear of stored posts whom those who tell need not know, as he needs them himself.
 * Safe for use from any thread.
 */
public final class Overheard implements InvocationHandler {

  private final HostHooks told;
  private final AtomicReference<Consumer<Post>> listener = new AtomicReference<>(post -> {});

  /** Overhears what these are told. */
  public Overheard(HostHooks told) {
    this.told = told;
  }

  /** What is to be told in place of those who are overheard. */
  public HostHooks hooks() {
    return (HostHooks)
        Proxy.newProxyInstance(
            HostHooks.class.getClassLoader(), new Class<?>[] {HostHooks.class}, this);
  }

  /** From now on this one hears of posts, after those who are told; it returns at once. */
  public void by(Consumer<Post> hearing) {
    listener.set(hearing);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object answer;
    try {
      answer = method.invoke(told, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
    if (method.getName().equals("messageHasBeenPosted") && arguments[0] instanceof Post post) {
      listener.get().accept(post);
    }
    return answer;
  }
}
