package io.krait.webconsole.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginManager;
import io.krait.webconsole.internal.LogTail.Numbered;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What is shown of the plugins, as JSON. */
final class PluginsView {

  /** How many samples the small charts of the list show. */
  private static final int SPARK = 60;

  private final ObjectMapper json;
  private final Krait krait;
  private final Sampler sampler;
  private final Operations operations;
  private final Clock clock;
  private final Duration interval;

  PluginsView(
      ObjectMapper json,
      Krait krait,
      Sampler sampler,
      Operations operations,
      Clock clock,
      Duration interval) {
    this.json = json;
    this.krait = krait;
    this.sampler = sampler;
    this.operations = operations;
    this.clock = clock;
    this.interval = interval;
  }

  /** All plugins, and what is being done with them. */
  ObjectNode overview() {
    ObjectNode view = json.createObjectNode();
    view.put("now", clock.millis());
    Optional<PluginManager> manager = krait.manager();
    view.put("manager", manager.isPresent());
    Map<String, ObjectNode> hooks = hooks();
    ArrayNode plugins = view.putArray("plugins");
    for (ManagedPlugin plugin : manager.map(present -> present.list()).orElse(List.of())) {
      ObjectNode node = summary(plugin);
      plugins.add(node);
      ObjectNode totals = hooks.get(plugin.id());
      if (totals != null) {
        node.set("totals", totals);
      }
      List<Sample> samples = sampler.samples(plugin.id());
      latest(node, samples);
      charts(node, samples.subList(Math.max(0, samples.size() - SPARK), samples.size()));
    }
    ArrayNode list = view.putArray("operations");
    for (Operations.Snapshot operation : operations.list()) {
      list.add(operation(operation));
    }
    return view;
  }

  /** Everything about one plugin. */
  ObjectNode detail(ManagedPlugin plugin) {
    ObjectNode view = summary(plugin);
    view.put("now", clock.millis());
    view.put("folder", plugin.folder().toString());
    ArrayNode lines = view.putArray("lastLines");
    plugin.lastLines().forEach(line -> lines.add(Excerpt.output(line)));
    ArrayNode warnings = view.putArray("warnings");
    plugin.warnings().stream().limit(50).forEach(line -> warnings.add(Excerpt.line(line)));
    ObjectNode totals = hooks().get(plugin.id());
    if (totals != null) {
      view.set("totals", totals);
    }
    hookTable(view.putArray("hooks"), plugin);
    List<Sample> samples = sampler.samples(plugin.id());
    latest(view, samples);
    charts(view, samples);
    nodes(view.putArray("nodes"), plugin);
    return view;
  }

  /** How it is on each node, where there are several. */
  private void nodes(ArrayNode list, ManagedPlugin plugin) {
    List<NodePlugin> all =
        krait.manager().map(manager -> manager.nodes()).orElse(List.of()).stream()
            .filter(one -> one.pluginId().equals(plugin.id()))
            .toList();
    if (all.size() < 2) {
      return;
    }
    all.forEach(
        one ->
            list.addObject()
                .put("node", Excerpt.line(one.nodeId()))
                .put("version", Excerpt.line(one.version()))
                .put("state", one.state().name())
                .put("reason", Excerpt.line(one.reason())));
  }

  /** An operation. */
  ObjectNode operation(Operations.Snapshot operation) {
    return json.createObjectNode()
        .put("number", operation.number())
        .put("what", operation.what())
        .put("plugin", Excerpt.line(operation.plugin()))
        .put("progress", operation.progress().name())
        .put("message", operation.message());
  }

  /** Records of a plugin's log. */
  ObjectNode log(long tail, List<Numbered> records) {
    ObjectNode view = json.createObjectNode();
    view.put("tail", Long.toString(tail));
    ArrayNode entries = view.putArray("entries");
    for (Numbered record : records) {
      ObjectNode entry = entries.addObject();
      entry.put("number", record.number());
      entry.put("at", record.entry().at().toEpochMilli());
      entry.put("level", record.entry().level().name());
      entry.put("source", Excerpt.line(record.entry().source()));
      entry.put("message", Excerpt.text(record.entry().message()));
      ObjectNode fields = entry.putObject("fields");
      new TreeMap<>(record.entry().fields())
          .entrySet().stream()
              .limit(50)
              .forEach(
                  field ->
                      fields.put(Excerpt.line(field.getKey()), Excerpt.line(field.getValue())));
    }
    return view;
  }

  private ObjectNode summary(ManagedPlugin plugin) {
    ObjectNode node = json.createObjectNode();
    node.put("id", plugin.id());
    node.put("name", Excerpt.line(plugin.name()));
    node.put("description", Excerpt.line(plugin.description()));
    node.put("homepage", webAddress(plugin.homepageUrl()));
    node.put("version", Excerpt.line(plugin.version()));
    node.put("enabled", plugin.enabled());
    node.put("state", plugin.state().name());
    node.put("since", plugin.since().toEpochMilli());
    node.put("reason", Excerpt.line(plugin.reason()));
    node.put("debugging", plugin.debugging());
    node.put("restarts", plugin.restarts());
    node.put("warningCount", plugin.warnings().size());
    node.put(
        "settingCount", plugin.settingsSchema().map(schema -> schema.settings().size()).orElse(0));
    plugin
        .process()
        .ifPresent(
            process -> {
              ObjectNode facts = node.putObject("process");
              facts.put("name", Excerpt.line(process.name()));
              process.pid().ifPresent(pid -> facts.put("pid", pid));
              facts.put("started", process.started().toEpochMilli());
              facts.put("transport", process.transport());
            });
    return node;
  }

  /** The address if a browser may go there; other kinds can run code. */
  private static String webAddress(String address) {
    return address.startsWith("https://") || address.startsWith("http://") ? address : "";
  }

  private Map<String, ObjectNode> hooks() {
    Map<String, ObjectNode> totals = new TreeMap<>();
    for (HookStatistics hook : statistics()) {
      ObjectNode node = totals.computeIfAbsent(hook.pluginId(), id -> json.createObjectNode());
      node.put("calls", node.path("calls").asLong() + hook.calls());
      node.put("errors", node.path("errors").asLong() + hook.errors());
      node.put("dropped", node.path("dropped").asLong() + hook.dropped());
    }
    return totals;
  }

  private List<HookStatistics> statistics() {
    return krait.dispatcher().map(dispatcher -> dispatcher.statistics()).orElse(List.of());
  }

  private void hookTable(ArrayNode table, ManagedPlugin plugin) {
    Map<HookName, HookStatistics> counted = new TreeMap<>();
    for (HookStatistics hook : statistics()) {
      if (hook.pluginId().equals(plugin.id())) {
        counted.put(hook.hook(), hook);
      }
    }
    plugin.hooks().stream()
        .sorted(Comparator.comparing(HookName::hookName))
        .forEach(
            hook -> {
              ObjectNode row = table.addObject();
              row.put("hook", hook.hookName());
              HookStatistics counts = counted.get(hook);
              if (counts == null) {
                return;
              }
              row.put("calls", counts.calls());
              row.put("errors", counts.errors());
              row.put("decisions", counts.decisions());
              row.put("dropped", counts.dropped());
              if (counts.calls() > 0) {
                row.put("median", millis(counts.latencies().percentile(0.5)));
                row.put("p95", millis(counts.latencies().percentile(0.95)));
                row.put("p99", millis(counts.latencies().percentile(0.99)));
                row.put("longest", millis(counts.longestTime()));
              }
            });
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private static void latest(ObjectNode node, List<Sample> samples) {
    Sample latest = samples.isEmpty() ? Sample.UNKNOWN : samples.get(samples.size() - 1);
    ObjectNode now = node.putObject("usage");
    now.set("cpu", number(latest.cpu()));
    now.set("memory", number(latest.memory()));
    now.set("calls", number(latest.calls()));
    now.set("errors", number(latest.errors()));
    now.set("latency", number(latest.latency()));
  }

  private void charts(ObjectNode node, List<Sample> samples) {
    ObjectNode charts = node.putObject("charts");
    charts.put("interval", interval.toMillis());
    chart(charts.putArray("cpu"), samples, Sample::cpu);
    chart(charts.putArray("memory"), samples, Sample::memory);
    chart(charts.putArray("calls"), samples, Sample::calls);
    chart(charts.putArray("latency"), samples, Sample::latency);
  }

  private static void chart(
      ArrayNode values, List<Sample> samples, ToDoubleFunction<Sample> value) {
    samples.forEach(sample -> values.add(number(value.applyAsDouble(sample))));
  }

  /** Two digits after the point are enough for people; null stands for what is not known. */
  private static JsonNode number(double value) {
    return Double.isFinite(value)
        ? DoubleNode.valueOf(Math.round(value * 100) / 100.0)
        : NullNode.getInstance();
  }
}
