package io.krait.hostkit.internal;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.KeyValueStore;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.PluginKvSetOptions;
import java.util.List;

/** What the plugin keeps, as a plugin asks for it. Safe for use from any thread. */
final class KeyValueApi implements PluginApi {

  private static final int LONGEST_KEY = 150;
  private static final int LARGEST_VALUE = 1 << 20;
  private static final int USUAL_PAGE = 60;
  private static final int LARGEST_PAGE = 1000;

  /** A hundred years; whatever is longer is this, so that no sum overflows. */
  private static final long LONGEST_EXPIRY = 100L * 366 * 24 * 3600;

  private final KeyValueStore store;
  private final String pluginId;

  KeyValueApi(KeyValueStore store, HostedPlugin plugin) {
    this.store = store;
    this.pluginId = plugin.id();
  }

  @Override
  public void kvSet(String key, Bytes value) {
    set(key, value, 0);
  }

  @Override
  public boolean kvCompareAndSet(String key, Bytes oldValue, Bytes newValue) {
    return compareAndSet(key, oldValue, newValue, 0);
  }

  @Override
  public boolean kvCompareAndDelete(String key, Bytes oldValue) {
    check(key, Bytes.EMPTY);
    return !oldValue.isEmpty() && store.compareAndSet(pluginId, key, oldValue, Bytes.EMPTY, 0);
  }

  @Override
  public boolean kvSetWithOptions(String key, Bytes value, @Nullable PluginKvSetOptions options) {
    if (options == null) {
      set(key, value, 0);
      return true;
    }
    if (options.atomic()) {
      return compareAndSet(key, options.oldValue(), value, options.expireInSeconds());
    }
    if (!options.oldValue().isEmpty()) {
      throw AppError.of(
          "model.plugin_kvset_options.is_valid.old_value.app_error",
          "an expected value needs an atomic write",
          400);
    }
    set(key, value, options.expireInSeconds());
    return true;
  }

  @Override
  public void kvSetWithExpiry(String key, Bytes value, long expireInSeconds) {
    set(key, value, expireInSeconds);
  }

  @Override
  public Bytes kvGet(String key) {
    check(key, Bytes.EMPTY);
    return store.get(pluginId, key);
  }

  @Override
  public void kvDelete(String key) {
    check(key, Bytes.EMPTY);
    store.set(pluginId, key, Bytes.EMPTY, 0);
  }

  @Override
  public void kvDeleteAll() {
    store.deleteAll(pluginId);
  }

  @Override
  public List<String> kvList(int page, int perPage) {
    if (page < 0 || perPage < 0 || perPage > LARGEST_PAGE) {
      throw AppError.of(
          "api.context.invalid_url_param.app_error",
          "no page %d of %d entries: pages count from 0 and have at most %d"
              .formatted(page, perPage, LARGEST_PAGE),
          400);
    }
    int limit = perPage == 0 ? USUAL_PAGE : perPage;
    return store.keys(pluginId, (long) page * limit, limit);
  }

  private void set(String key, Bytes value, long expireInSeconds) {
    check(key, value);
    store.set(pluginId, key, value, bounded(expireInSeconds));
  }

  private boolean compareAndSet(String key, Bytes expected, Bytes value, long expireInSeconds) {
    check(key, value);
    return store.compareAndSet(pluginId, key, expected, value, bounded(expireInSeconds));
  }

  private static long bounded(long expireInSeconds) {
    if (expireInSeconds < 0) {
      throw AppError.of(
          "model.plugin_kvset_options.is_valid.expire.app_error",
          "an entry cannot expire before it is stored",
          400);
    }
    return Math.min(expireInSeconds, LONGEST_EXPIRY);
  }

  private static void check(String key, Bytes value) {
    int length = key.codePointCount(0, key.length());
    if (length == 0 || length > LONGEST_KEY) {
      throw AppError.of(
          "model.plugin_key_value.is_valid.key.app_error",
          "a key has 1 to %d characters, not %d".formatted(LONGEST_KEY, length),
          400);
    }
    if (value.size() > LARGEST_VALUE) {
      throw AppError.of(
          "model.plugin_key_value.is_valid.value.app_error",
          "a value has at most %d bytes, not %d".formatted(LARGEST_VALUE, value.size()),
          413);
    }
  }
}
