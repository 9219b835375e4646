package io.krait.supervisor.internal;

import io.krait.protocol.ChannelFactory;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.TransportSettings;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.ProcessLimits;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What launches of all plugins have in common.
 *
 * @param limits what a plugin, by its id, may take of the machine
 * @param transport the settings of channels, to which a plugin's certificates are added
 * @param lane whether plugins are offered the lane
 * @param autoMtls whether plugins are offered to encrypt
 * @param executor runs what may block
 * @param startLimit how long a process may take to be ready
 */
record LaunchTools(
    InterpreterFinder interpreters,
    ChildEnvironment environment,
    BundledSdk sdk,
    VirtualEnvironments virtualEnvironments,
    PluginRunner runner,
    Function<String, ProcessLimits> limits,
    ChannelFactory channels,
    TransportSettings transport,
    boolean lane,
    boolean autoMtls,
    FlowCalls streams,
    Timers timers,
    Executor executor,
    Duration startLimit) {}
