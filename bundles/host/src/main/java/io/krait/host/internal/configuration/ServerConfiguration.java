package io.krait.host.internal.configuration;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.host.internal.configuration.ConfigurationRows.Kept;
import io.krait.host.internal.configuration.Document.Place;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Json;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/**
 * The server's configuration. What has been fixed from outside goes before what is kept in the
 * database, and that before the defaults. Reading costs no access to the database. Safe for use
 * from any thread.
 */
public final class ServerConfiguration {

  private static final System.Logger LOGGER = System.getLogger(ServerConfiguration.class.getName());

  /** What is shown in place of a secret; saved, it means that the secret stays as it is. */
  public static final String MASK = Secrets.MASK;

  private static final int LARGEST = 1 << 20;

  private final InstantSource clock;
  private final Json json;
  private volatile ConfigurationHooks hooks;
  private final Shape shape;
  private final ConfigurationRows rows;
  private final Object changing = new Object();
  private volatile State state;

  /** What holds, and what it is made of. */
  private record State(Kept kept, Document fixed, Document effective, Document sanitized) {}

  /**
   * What is to be kept, if the version is still the one that was looked at.
   *
   * @param version which one that was
   * @param document the whole configuration
   * @param others the part that others keep, as it was then
   */
  private record Proposal(long version, Document document, KeptElsewhere.Part others) {}

  /** The configuration that is kept in a database. */
  public ServerConfiguration(
      Database database, InstantSource clock, Json json, ConfigurationHooks hooks) {
    this.clock = clock;
    this.json = json;
    this.hooks = hooks;
    shape = new Shape(json);
    rows = new ConfigurationRows(database, json);
    state = state(rows.read(), Document.EMPTY);
  }

  /** From now on these are asked and told. */
  public void tell(ConfigurationHooks others) {
    hooks = others;
  }

  /** A text; empty where there is none of this name. */
  public String text(String section, String name) {
    return state.effective().value(section, name) instanceof String text ? text : "";
  }

  /** Whether something is switched on; not where there is no switch of this name. */
  public boolean flag(String section, String name) {
    return Boolean.TRUE.equals(state.effective().value(section, name));
  }

  /** A number; 0 where there is none of this name. */
  public long number(String section, String name) {
    return state.effective().value(section, name) instanceof Number number ? number.longValue() : 0;
  }

  /** The whole of it, secrets included. */
  public Document document() {
    return state.effective();
  }

  /** The whole of it, with a mask in place of each secret. */
  public Document sanitized() {
    return state.sanitized();
  }

  /** Which values are fixed from outside: {@code true} by name and section. */
  public Map<String, Map<String, Object>> fixed() {
    return state.fixed().choose((place, value) -> true).sections();
  }

  /** A configuration as JSON. */
  public Bytes json(Document document) {
    return Bytes.utf8(json.write(document.sections()));
  }

  /**
   * The configuration that a text of JSON holds.
   *
   * @throws AppError with status 400 where it holds none
   */
  public Map<String, Object> read(Bytes text) {
    if (text.size() > LARGEST) {
      throw AppError.of(
          "api.config.update_config.too_large.app_error",
          "a configuration has at most %d bytes".formatted(LARGEST),
          400);
    }
    try {
      return json.object(text.toUtf8());
    } catch (IllegalArgumentException noObject) {
      throw AppError.of(
          "model.config.is_valid.json.app_error",
          "the configuration is no JSON object: " + noObject.getMessage(),
          400);
    }
  }

  /**
   * Keeps a whole configuration in place of the one before; waits for the hooks. What it does not
   * mention is as by default, masked secrets stay as they are, what is not known is left out.
   *
   * @throws AppError with status 400 where a value is not allowed or a hook refuses it, 409 where
   *     another change has been made meanwhile
   */
  public Document save(Map<String, ?> wanted) {
    return save(wanted, KeptElsewhere.NOTHING);
  }

  /** As {@link #save(Map)}, with a part that others keep. */
  public Document save(Map<String, ?> wanted, KeptElsewhere others) {
    return store(offered(current -> Document.of(wanted), others).await());
  }

  /** As {@link #save(Map)}, without waiting; what follows the hooks runs by {@code executor}. */
  public CompletionStage<Document> save(
      Map<String, ?> wanted, KeptElsewhere others, Executor executor) {
    return offered(current -> Document.of(wanted), others).then(executor, this::store);
  }

  /** As {@link #save(Map)}, but what is not mentioned stays as it is. */
  public Document patch(Map<String, ?> wanted) {
    return store(
        offered(current -> current.with(Document.of(wanted)), KeptElsewhere.NOTHING).await());
  }

  /** As {@link #patch(Map)}, without waiting, and with a part that others keep. */
  public CompletionStage<Document> patch(
      Map<String, ?> wanted, KeptElsewhere others, Executor executor) {
    return offered(current -> current.with(Document.of(wanted)), others)
        .then(executor, this::store);
  }

  /** Reads again what is kept, as another server may have changed it. */
  public void reload() {
    Document before;
    Document after;
    synchronized (changing) {
      before = state.effective();
      state = state(rows.read(), state.fixed());
      after = state.effective();
    }
    tell(before, after);
  }

  /**
   * Fixes values from outside, in place of those that were fixed before. A value that is not usable
   * is logged, and is as if it were not there.
   *
   * @param values by section and name, with a dot between
   */
  public void fix(Map<String, ?> values) {
    Map<String, Map<String, Object>> usable = new LinkedHashMap<>();
    values.forEach(
        (path, value) -> {
          Place place = place(path);
          try {
            usable
                .computeIfAbsent(place.section(), any -> new LinkedHashMap<>())
                .put(place.name(), shape.read(place, value));
          } catch (AppError unusable) {
            LOGGER.log(Level.WARNING, "server configuration: {0}; not used", unusable.getMessage());
          }
        });
    Document before;
    Document after;
    synchronized (changing) {
      before = state.effective();
      state = state(state.kept(), checked(Document.of(usable), state.kept()));
      after = state.effective();
    }
    tell(before, after);
  }

  private Document checked(Document fixed, Kept kept) {
    try {
      Rules.check(shape.defaults().with(kept.differences()).with(fixed));
      return fixed;
    } catch (AppError unusable) {
      LOGGER.log(
          Level.WARNING,
          "server configuration: {0}; nothing that is fixed from outside is used",
          unusable.getMessage());
      return Document.EMPTY;
    }
  }

  private static Place place(String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? new Place("", path)
        : new Place(path.substring(0, dot), path.substring(dot + 1));
  }

  private State state(Kept kept, Document fixed) {
    Document effective = shape.defaults().with(kept.differences()).with(fixed);
    return new State(kept, fixed, effective, Secrets.masked(effective));
  }

  private Asked<Proposal> offered(UnaryOperator<Document> change, KeptElsewhere others) {
    // Another server may have changed it, and has not been heard yet.
    reload();
    State now = state;
    KeptElsewhere.Part part = others.now();
    Document current = part.addedTo(now.effective());
    Document wanted = checked(change.apply(current), now, current);
    long version = now.kept().version();
    Asked<Bytes> hooked = hooks.configurationWillBeSaved(json(wanted));
    return new Asked<>(
        hooked
            .answer()
            .thenApply(
                document ->
                    new Proposal(
                        version, checked(Document.of(read(document)), now, current), part)));
  }

  /** What is wanted, with all values, the known secrets, and what is fixed as it is. */
  private Document checked(Document wanted, State now, Document current) {
    Document known = shape.fit(Secrets.unmasked(wanted, current));
    Document whole = shape.defaults().with(known).with(now.fixed());
    Rules.check(whole);
    if (json(whole).size() > LARGEST) {
      throw AppError.of(
          "api.config.update_config.too_large.app_error",
          "a configuration has at most %d bytes".formatted(LARGEST),
          400);
    }
    return whole;
  }

  private Document store(Proposal proposal) {
    KeptElsewhere.Change change = proposal.others().change(proposal.document());
    Document before;
    Document after;
    boolean written;
    synchronized (changing) {
      State now = state;
      before = now.effective();
      Document differences =
          change
              .rest()
              .since(shape.defaults())
              // What is fixed hides what is kept, which must not be forgotten for it.
              .choose((place, value) -> isFixed(now, place) ? null : value)
              .with(
                  now.kept()
                      .differences()
                      .choose((place, value) -> isFixed(now, place) ? value : null));
      Optional<Kept> kept = rows.write(proposal.version(), differences, clock.millis());
      state = state(kept.orElseGet(rows::read), now.fixed());
      written = kept.isPresent();
      after = state.effective();
    }
    tell(before, after);
    if (!written) {
      throw changedMeanwhile();
    }
    change.keeping().run();
    return after;
  }

  private static boolean isFixed(State state, Place place) {
    return state.fixed().value(place.section(), place.name()) != null;
  }

  private static AppError changedMeanwhile() {
    return AppError.of(
        "api.config.update_config.conflict.app_error",
        "the configuration has been changed meanwhile; read it again",
        409);
  }

  private void tell(Document before, Document after) {
    if (!before.equals(after)) {
      hooks.configurationHasChanged(before, after);
    }
  }
}
