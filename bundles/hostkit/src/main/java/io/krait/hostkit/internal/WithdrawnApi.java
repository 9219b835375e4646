package io.krait.hostkit.internal;

import io.krait.api.PluginApi;

/** Methods that the contract has withdrawn: it says that nothing happens. */
final class WithdrawnApi implements PluginApi {

  @Override
  public void registerCollectionAndTopic(String collectionType, String topicType) {
    // Plugins that were written before may still call it.
  }
}
