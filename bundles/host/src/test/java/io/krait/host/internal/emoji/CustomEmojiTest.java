package io.krait.host.internal.emoji;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.model.Channel;
import io.krait.api.model.Emoji;
import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.images.ImageHeader;
import io.krait.host.internal.images.ImageKind;
import io.krait.host.internal.images.Images;
import io.krait.host.internal.images.TestPictures;
import io.krait.host.internal.plugin.HostServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomEmojiTest {

  private static final Bytes PICTURE = Bytes.owning(TestPictures.png(20, 10));

  @TempDir Path folder;

  private final AtomicBoolean enabled = new AtomicBoolean(true);
  @AutoClose private TestHost host;
  private CustomEmoji emoji;
  private User ada;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    emoji = new CustomEmoji(host.surroundings(), host.users(), new Images(), enabled::get);
    ada = host.user("ada");
  }

  @Test
  void anEmojiIsFoundByItsIdAndNameWithItsPicture() {
    Emoji made = emoji.create(ada.id(), "party_blob", PICTURE);

    assertThat(emoji.get(made.id())).isEqualTo(made);
    assertThat(emoji.byName("party_blob")).isEqualTo(made);
    assertThat(emoji.byNames(List.of("party_blob", "other"))).containsExactly(made);
    assertThat(emoji.image(made.id())).isEqualTo(new EmojiImage(PICTURE, "image/png"));
    assertThat(made.creatorId()).isEqualTo(ada.id());
    assertFails(404, () -> emoji.get("nothing"));
    assertFails(404, () -> emoji.byName("nothing"));
    assertFails(404, () -> emoji.image("nothing"));
    assertFails(404, () -> emoji.create("nobody", "other", PICTURE));
  }

  @Test
  void namesAreOfOneFormAndTakenOnce() {
    emoji.create(ada.id(), "blob", PICTURE);

    assertFails(409, () -> emoji.create(ada.id(), "blob", PICTURE));
    for (String name : new String[] {"", "Blob", "two words", "x".repeat(65), "ü", ":blob:"}) {
      assertFails(400, () -> emoji.create(ada.id(), name, PICTURE));
    }
    assertFails(400, () -> emoji.create(ada.id(), "thumbsup", PICTURE))
        .extracting("id")
        .isEqualTo("model.emoji.system_emoji_name.app_error");
    emoji.create(ada.id(), "x".repeat(64), PICTURE);
  }

  @Test
  void aLargePictureIsMadeSmallerAndWhatIsNoneIsRefused() throws IOException {
    Emoji large = emoji.create(ada.id(), "large", Bytes.owning(TestPictures.of("gif", 500, 250)));
    Emoji small = emoji.create(ada.id(), "small", Bytes.owning(TestPictures.of("gif", 9, 9)));

    EmojiImage image = emoji.image(large.id());
    assertThat(image.mediaType()).isEqualTo("image/png");
    assertThat(ImageHeader.read(new ByteArrayInputStream(image.content().toByteArray())))
        .contains(new ImageHeader(ImageKind.PNG, 128, 64));
    assertThat(emoji.image(small.id()).mediaType()).isEqualTo("image/gif");
    for (byte[] bad :
        new byte[][] {
          new byte[0],
          "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
          TestPictures.of("bmp", 9, 9),
          TestPictures.png(1029, 3)
        }) {
      assertFails(400, () -> emoji.create(ada.id(), "bad", Bytes.owning(bad)));
    }
    assertFails(
        413, () -> emoji.create(ada.id(), "bad", Bytes.owning(new byte[CustomEmoji.LARGEST + 1])));
  }

  @Test
  void theyAreListedInPagesAndSearched() {
    for (String name : new String[] {"zebra", "ape", "grape", "a_pe"}) {
      host.later(Duration.ofMillis(1));
      emoji.create(ada.id(), name, PICTURE);
    }

    assertThat(emoji.list("name", Page.of(0, 2)))
        .extracting(Emoji::name)
        .containsExactly("a_pe", "ape");
    assertThat(emoji.list("", Page.of(1, 3))).extracting(Emoji::name).containsExactly("a_pe");
    assertFails(400, () -> emoji.list("size", Page.of(0, 2)));
    assertThat(emoji.search("ap", false)).extracting(Emoji::name).containsExactly("ape", "grape");
    assertThat(emoji.search("ap", true)).extracting(Emoji::name).containsExactly("ape");
    assertThat(emoji.search("_", false)).extracting(Emoji::name).containsExactly("a_pe");
    assertFails(400, () -> emoji.byNames(java.util.Collections.nCopies(201, "a")));
  }

  @Test
  void aDeletedEmojiIsGoneWithItsReactions() {
    HostServices services = HostServices.in(host.surroundings(), new Passwords(8, 1));
    Channel channel = host.channel(host.team("crew"), "deck");
    Post post =
        services
            .posts()
            .create(
                Post.builder().userId(ada.id()).channelId(channel.id()).message("look").build());
    Emoji made = emoji.create(ada.id(), "blob", PICTURE);
    for (String name : new String[] {"blob", "heart"}) {
      services
          .reactions()
          .add(Reaction.builder().userId(ada.id()).postId(post.id()).emojiName(name).build());
    }

    emoji.delete(made.id());

    assertFails(404, () -> emoji.get(made.id()));
    assertFails(404, () -> emoji.delete(made.id()));
    assertThat(services.reactions().of(post.id()))
        .extracting(Reaction::emojiName)
        .containsExactly("heart");
    assertThat(services.posts().get(post.id()).hasReactions()).isTrue();
    emoji.create(ada.id(), "blob", PICTURE);
  }

  @Test
  void whereTheyAreSwitchedOffThereAreNone() {
    enabled.set(false);

    assertFails(501, () -> emoji.create(ada.id(), "blob", PICTURE));
    assertFails(501, () -> emoji.get("x"));
    assertFails(501, () -> emoji.list("", Page.of(0, 0)));
  }
}
