package io.krait.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.PluginHooks;
import io.krait.testing.internal.FakeInterpreter;
import io.krait.testing.internal.FakePluginProgram;
import io.krait.testing.internal.FakeScript;
import io.krait.testing.internal.PluginArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A plugin that needs no Python. Its hooks are a Java class, which runs in a process of its own:
 * the supervisor starts it as it starts a plugin that is written in Python, and it talks to its
 * host over the same sockets, on the lane where it is offered that. A value; it exists once it is
 * installed from its archive, or written into the folder of the plugins.
 *
 * <pre>{@code
 * FakePlugin plugin =
 *     FakePlugin.builder("com.example.polite")
 *         .hooks(PolitePlugin.class, "please")
 *         .setting("Loud", "bool", false)
 *         .file("public/logo.txt", "a hat")
 *         .build();
 * }</pre>
 *
 * <p>The class of the hooks overrides those that the plugin handles. It is on the class path of the
 * test, and has a constructor with a {@link FakePluginProcess}, with a {@link
 * io.krait.api.PluginApi}, or without parameters; other fields of the test are not there, as it is
 * another process.
 *
 * <pre>{@code
 * public final class PolitePlugin implements PluginHooks {
 *   private final FakePluginProcess process;
 *
 *   PolitePlugin(FakePluginProcess process) {
 *     this.process = process;
 *   }
 *
 *   @Override
 *   public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post post) {
 *     process.api().kvSet("last", Bytes.utf8(post.message()));
 *     String polite = post.message() + ", " + process.arguments().get(0);
 *     return MessageWillBePostedResult.builder()
 *         .modifiedPost(post.toBuilder().message(polite).build())
 *         .build();
 *   }
 * }
 * }</pre>
 *
 * <p>It is for systems with a shell and unix sockets: Linux and macOS.
 */
public final class FakePlugin {

  /** Marks processes, by a system property with the identifier of the plugin. */
  private static final String MARK = "krait.fake.plugin=";

  private static final String SCRIPT = "plugin.py";

  private final String id;
  private final String version;
  private final String manifestName;
  private final String manifest;
  private final String python;
  private final FakeScript script;
  private final Map<String, String> files;

  private FakePlugin(Builder builder) {
    id = builder.id;
    version = builder.version;
    manifestName = builder.manifestName;
    manifest = builder.manifest == null ? builder.writtenManifest() : builder.manifest;
    python = builder.python;
    script = new FakeScript(builder.hooks.getName(), builder.arguments, builder.lane);
    files = Map.copyOf(builder.files);
  }

  /** Begins a plugin of version 1.0.0 that handles no hook but {@code OnActivate}. */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** Its identifier. */
  public String id() {
    return id;
  }

  /** Its version. */
  public String version() {
    return version;
  }

  /**
   * Writes it into a folder, which is made where it is not there, in place of what has the same
   * names.
   *
   * @throws UncheckedIOException where that does not work
   */
  public void writeTo(Path folder) {
    try {
      new FakeInterpreter(python, FakePluginProgram.class.getName(), MARK + id).installInto(folder);
      Files.writeString(folder.resolve(manifestName), manifest);
      Files.writeString(folder.resolve(SCRIPT), script.text());
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path written = folder.resolve(file.getKey());
        Files.createDirectories(written.getParent());
        Files.writeString(written, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Its archive ({@code tar.gz}), for {@link io.krait.api.management.PluginManager#install}.
   *
   * @throws UncheckedIOException where it cannot be made
   */
  public InputStream archive() {
    try {
      Path folder = Files.createTempDirectory("krait-fake");
      try {
        writeTo(folder);
        return new ByteArrayInputStream(PluginArchive.of(folder));
      } finally {
        PluginArchive.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its processes that this one has started and that live. */
  public Stream<ProcessHandle> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains(MARK + id + " "));
  }

  /** The hooks of a plugin that is there and does nothing. */
  static final class Idle implements PluginHooks {
    @Override
    public void onActivate() {}
  }

  /** Puts a plugin together. */
  public static final class Builder {
    private final String id;
    private String version = "1.0.0";
    private String manifestName = "plugin.json";
    private String manifest;
    private String python = "3.11.2";
    private Class<? extends PluginHooks> hooks = Idle.class;
    private List<String> arguments = List.of();
    private boolean lane = true;
    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final List<Map<String, Object>> settings = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private Builder(String id) {
      this.id = id;
    }

    /** Sets the version. */
    public Builder version(String version) {
      this.version = version;
      return this;
    }

    /**
     * Sets what handles its hooks.
     *
     * @param arguments what an instance in the plugin's process finds in {@link
     *     FakePluginProcess#arguments()}
     */
    public Builder hooks(Class<? extends PluginHooks> type, String... arguments) {
      hooks = type;
      this.arguments = List.of(arguments);
      return this;
    }

    /** Has it talk by gRPC also where the host offers the lane. */
    public Builder overGrpc() {
      lane = false;
      return this;
    }

    /** Sets of which Python its interpreter claims to be: 3.11.2 where nothing is said. */
    public Builder pythonVersion(String version) {
      python = version;
      return this;
    }

    /**
     * Adds a setting to the schema in its manifest.
     *
     * @param type as in a manifest: {@code text}, {@code bool}, {@code number} and so on
     * @param defaultValue a JSON value
     */
    public Builder setting(String key, String type, Object defaultValue) {
      settings.add(Map.of("key", key, "type", type, "default", defaultValue));
      return this;
    }

    /**
     * Adds an entry to the top of its manifest, or replaces one.
     *
     * @param value a JSON value: a text, a number, a list, a map
     */
    public Builder manifestEntry(String key, Object value) {
      entries.put(key, value);
      return this;
    }

    /**
     * Sets the manifest as it is to be written, instead of the one that is made. What it runs has
     * to be {@code plugin.py}.
     *
     * @param name {@code plugin.json} or {@code plugin.yaml}
     */
    public Builder manifest(String name, String text) {
      manifestName = name;
      manifest = text;
      return this;
    }

    /** Adds a file, by its path in the folder of the plugin. */
    public Builder file(String path, String content) {
      files.put(path, content);
      return this;
    }

    /** The plugin. */
    public FakePlugin build() {
      return new FakePlugin(this);
    }

    private String writtenManifest() {
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("id", id);
      written.put("name", "Fake");
      written.put("version", version);
      written.put("server", Map.of("runtime", "python", "executable", SCRIPT));
      if (!settings.isEmpty()) {
        written.put("settings_schema", Map.of("settings", settings));
      }
      written.putAll(entries);
      try {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(written);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
