package io.krait.protocol.internal;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;

/** Sits before the acceptor of a server socket and hangs up on connections beyond a number. */
@Sharable
public final class ConnectionLimit extends ChannelInboundHandlerAdapter {

  private static final System.Logger LOG = System.getLogger(ConnectionLimit.class.getName());

  private final int max;
  private final AtomicInteger open = new AtomicInteger();

  /** At most {@code max} connections at once. */
  public ConnectionLimit(int max) {
    this.max = max;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    Channel connection = (Channel) message;
    if (open.incrementAndGet() > max) {
      open.decrementAndGet();
      LOG.log(
          Level.WARNING,
          "refused a connection to {0}: {1} are open, which is the limit",
          context.channel().localAddress(),
          max);
      connection.unsafe().closeForcibly();
      return;
    }
    connection.closeFuture().addListener(closed -> open.decrementAndGet());
    context.fireChannelRead(message);
  }
}
