package io.krait.metrics.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.management.ApiStatistics;
import io.krait.api.management.HttpStatistics;
import io.krait.api.management.PluginManager;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where the figures come from.
 *
 * @param apiCalls empty where nobody knows them at the moment
 * @param httpRequests the same
 */
record Sources(
    PluginManager manager,
    HookDispatcher dispatcher,
    Supplier<List<ApiStatistics.Method>> apiCalls,
    Supplier<List<HttpStatistics.Requests>> httpRequests) {}
