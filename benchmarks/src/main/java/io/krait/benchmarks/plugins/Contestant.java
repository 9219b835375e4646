package io.krait.benchmarks.plugins;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One of those that are compared.
 *
 * @param processes the numbers of the processes whose processor time is its own while it is called
 */
record Contestant(String name, Caller caller, List<Long> processes) {

  /** Makes calls for a time, of which so many are under way at any moment. */
  interface Caller {
    Measured run(int inFlight, Duration time) throws Exception;
  }

  /** One that is called from this process. */
  static Contestant of(String name, long process, Supplier<? extends CompletionStage<?>> call) {
    return new Contestant(
        name,
        (inFlight, time) -> new Load(inFlight, time).run(call),
        List.of(ProcessHandle.current().pid(), process));
  }

  /** The processor time that its processes have used. */
  Duration processorTime() {
    return processes.stream()
        .map(
            process ->
                ProcessHandle.of(process)
                    .flatMap(handle -> handle.info().totalCpuDuration())
                    .orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
