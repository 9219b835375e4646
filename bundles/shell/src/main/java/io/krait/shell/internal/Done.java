package io.krait.shell.internal;

import io.krait.api.management.ManagedPlugin;

/**
 * What a command has done to a plugin.
 *
 * @param text what people are told, in one line
 */
public record Done(String text, ManagedPlugin plugin) {
  @Override
  public String toString() {
    return text;
  }
}
