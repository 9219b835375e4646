package io.krait.runtime.internal.cluster;

import java.time.Duration;

/**
 * What an administrator can set about plugins of several nodes.
 *
 * @param rolling whether one node after the other takes a new version of a plugin that runs
 * @param stopAtFailure whether no further node takes a version that has failed on one
 * @param poll how long it takes at most until a node notices what it was not told
 */
public record ClusterSettings(boolean rolling, boolean stopAtFailure, Duration poll) {}
