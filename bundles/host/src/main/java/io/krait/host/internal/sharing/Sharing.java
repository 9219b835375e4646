package io.krait.host.internal.sharing;

import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Surroundings;

/** Channels shared with remotes: who these are, what they get, and that there is something new. */
public record Sharing(Remotes remotes, SharedChannels channels, Signals signals) {

  /** What is shared in the database of these surroundings; {@code signals} hear what happens. */
  public static Sharing in(Surroundings surroundings, Channels channels, Signals signals) {
    return new Sharing(
        new Remotes(surroundings, signals),
        new SharedChannels(surroundings, channels, signals),
        signals);
  }
}
