package io.krait.shell.internal;

import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginLogs.Entry;
import io.krait.api.management.PluginManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What plugins log and print. */
@Component(service = LogCommands.class)
@GogoCommand(scope = "plugin", function = "logs")
public final class LogCommands extends Commands {
  private static final int MOST_WAITING = 1000;
  private static final long LOOK_UP_MILLIS = 200;

  private final Awaited<PluginManager> manager;
  private final Awaited<PluginLogs> logs;

  @Activate
  public LogCommands(@Reference KraitServices services) {
    this(services.manager(), services.logs());
  }

  LogCommands(Awaited<PluginManager> manager, Awaited<PluginLogs> logs) {
    this.manager = manager;
    this.logs = logs;
  }

  /** Returns records, or prints them as they come until somebody ends that. */
  @Descriptor("shows what a plugin has logged and printed; Ctrl-C or Enter ends following")
  public LogListing logs(
      CommandSession session,
      @Descriptor("go on showing what comes")
          @Parameter(
              names = {"-f", "--follow"},
              presentValue = "true",
              absentValue = "false")
          boolean follow,
      @Descriptor("how many records at most (100)")
          @Parameter(
              names = {"-n", "--lines"},
              absentValue = "100")
          int lines,
      @Descriptor("the plugin's identifier") String id)
      throws CommandException, IOException {
    Known.plugin(manager, id);
    if (!follow) {
      return new LogListing(logs.get().recent(id, Math.max(0, lines)));
    }
    try (var ctrlC = new CtrlC(session)) {
      follow(id, Math.max(0, lines), session.getKeyboard(), ctrlC, System.out);
    }
    return null;
  }

  // Gogo gives each command a standard output of its own: the terminal, a pipe or a file.
  private void follow(String id, int most, InputStream keyboard, CtrlC ctrlC, PrintStream out)
      throws CommandException, IOException {
    PluginLogs followed = logs.get();
    var waiting = new ArrayBlockingQueue<Entry>(MOST_WAITING);
    var dropped = new AtomicLong();
    try (var following =
        followed.follow(
            id,
            entry -> {
              if (!waiting.offer(entry)) {
                dropped.incrementAndGet();
              }
            })) {
      // What arrives while the latest records are shown is among both.
      Set<Entry> shown = Collections.newSetFromMap(new IdentityHashMap<>());
      List<Entry> recent = followed.recent(id, most);
      for (Entry entry : recent) {
        out.println(LogListing.line(entry));
        shown.add(entry);
      }
      while (!out.checkError() && !ctrlC.isPressed() && !isEndedBy(keyboard)) {
        Entry entry = waiting.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (entry != null && !shown.remove(entry)) {
          out.println(LogListing.line(entry));
        }
        long missing = dropped.getAndSet(0);
        if (missing > 0) {
          out.println("(%d records came too fast to be shown)".formatted(missing));
        }
        if (entry == null && logs.now().orElse(null) != followed) {
          out.println("(io.krait.runtime has stopped: nothing more comes)");
          break;
        }
      }
    } catch (InterruptedException e) {
      // That is Ctrl-C in other shells than Gogo's, and the way in which following ends.
    }
  }

  // For terminals where Ctrl-C would end the whole server.
  private static boolean isEndedBy(InputStream keyboard) throws IOException {
    boolean ended = false;
    while (keyboard.available() > 0) {
      int c = keyboard.read();
      ended |= c == '\n' || c == '\r' || c < 0;
      if (c < 0) {
        break;
      }
    }
    return ended;
  }
}
