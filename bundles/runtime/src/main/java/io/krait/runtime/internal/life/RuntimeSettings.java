package io.krait.runtime.internal.life;

import io.krait.runtime.internal.cluster.ClusterSettings;
import java.nio.file.Path;

/**
 * What an administrator can set about the runtime.
 *
 * @param pluginsFolder where plugins are
 * @param threads how many threads at most deal with starts, stops and changes
 * @param life what goes for the life of each plugin
 * @param cluster what goes where there are several nodes
 */
record RuntimeSettings(
    Path pluginsFolder, int threads, LifeSettings life, ClusterSettings cluster) {}
