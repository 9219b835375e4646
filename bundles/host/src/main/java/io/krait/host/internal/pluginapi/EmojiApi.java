package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.Emoji;
import io.krait.api.model.GetEmojiImageResult;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.emoji.EmojiImage;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** Emoji that people have made, as a plugin asks for them. Safe for use from any thread. */
final class EmojiApi implements PluginApi {

  private final HostServices services;

  EmojiApi(HostServices services) {
    this.services = services;
  }

  @Override
  public Emoji getEmoji(String emojiId) {
    return services.emoji().get(emojiId);
  }

  @Override
  public Emoji getEmojiByName(String name) {
    return services.emoji().byName(name);
  }

  @Override
  public GetEmojiImageResult getEmojiImage(String emojiId) {
    EmojiImage image = services.emoji().image(emojiId);
    return GetEmojiImageResult.builder()
        .image(image.content())
        .contentType(image.mediaType())
        .build();
  }

  @Override
  public List<Emoji> getEmojiList(String sortBy, int page, int perPage) {
    return services.emoji().list(sortBy, Page.of(page, perPage));
  }
}
