package io.krait.supervisor.internal;

import io.krait.protocol.ChannelFactory;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.TransportSettings;
import io.krait.supervisor.PluginRunner;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What launches of all plugins have in common.
 *
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
    ChannelFactory channels,
    TransportSettings transport,
    boolean lane,
    boolean autoMtls,
    FlowCalls streams,
    Timers timers,
    Executor executor,
    Duration startLimit) {}
