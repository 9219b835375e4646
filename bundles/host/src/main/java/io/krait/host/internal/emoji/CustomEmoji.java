package io.krait.host.internal.emoji;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.model.Emoji;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.images.ImageHeader;
import io.krait.host.internal.images.ImageKind;
import io.krait.host.internal.images.Images;
import io.krait.host.internal.images.Picture;
import io.krait.host.internal.images.UnreadableImageException;
import io.krait.host.internal.storage.DuplicateException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Emoji that people have made. All methods fail with 501 while custom emoji are switched off. Safe
 * for use from any thread.
 */
public final class CustomEmoji {

  /** How large a picture may be that comes in, in bytes. */
  public static final int LARGEST = 512 << 10;

  /** How wide and high a picture is that is kept, at most. */
  static final int SIDE = 128;

  /** How wide and high a picture may be that comes in. */
  private static final int LONGEST_SIDE = 1028;

  private static final int MOST_NAMES = 200;
  private static final int MOST_FOUND = 100;
  private static final Pattern NAME = Pattern.compile("[a-z0-9_+-]{1,64}");

  private final Surroundings surroundings;
  private final Users users;
  private final Images images;
  private final BooleanSupplier enabled;
  private final SystemEmojis system = new SystemEmojis();

  /**
   * The emoji of these users.
   *
   * @param enabled whether there are any, for now
   */
  public CustomEmoji(
      Surroundings surroundings, Users users, Images images, BooleanSupplier enabled) {
    this.surroundings = surroundings;
    this.users = users;
    this.images = images;
    this.enabled = enabled;
  }

  /**
   * Adds an emoji.
   *
   * @param content a PNG, JPEG or GIF picture, which is made smaller where it is large; of an
   *     animated one only the first frame is left then
   * @throws AppError with status 400 where the name or the picture is not allowed, 404 where there
   *     is no such user, 409 where the name is taken
   */
  public Emoji create(String creatorId, String name, Bytes content) {
    checkEnabled();
    checkName(name);
    users.get(creatorId);
    EmojiImage image = image(content);
    long now = surroundings.now();
    Emoji emoji =
        Emoji.builder()
            .id(surroundings.ids().next())
            .createAt(now)
            .updateAt(now)
            .creatorId(creatorId)
            .name(name)
            .build();
    try {
      surroundings
          .database()
          .inTransaction(
              sql -> {
                EmojiRows.insert(sql, emoji, image);
                return emoji;
              });
    } catch (DuplicateException taken) {
      throw AppError.of(
          "api.emoji.create.duplicate.app_error", "there is an emoji named " + name, 409);
    }
    surroundings.hooks().emojiHasBeenAdded(emoji);
    return emoji;
  }

  private void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw AppError.of(
          "model.emoji.name.app_error",
          "the name of an emoji has 1 to 64 lower-case letters, digits, '-', '+' and '_'",
          400);
    }
    if (system.contains(name)) {
      throw AppError.of(
          "model.emoji.system_emoji_name.app_error",
          "every client has an emoji named %s already".formatted(name),
          400);
    }
  }

  private EmojiImage image(Bytes content) {
    if (content.size() > LARGEST) {
      throw tooLarge();
    }
    byte[] bytes = content.toByteArray();
    try {
      Picture picture = images.decode(bytes, SIDE);
      ImageHeader header = picture.header();
      if (header.kind() == ImageKind.BMP) {
        throw new UnreadableImageException("this is no PNG, JPEG or GIF picture");
      }
      if (header.width() > LONGEST_SIDE || header.height() > LONGEST_SIDE) {
        throw new UnreadableImageException(
            "it is wider or higher than %d pixels".formatted(LONGEST_SIDE));
      }
      return header.width() <= SIDE && header.height() <= SIDE
          ? new EmojiImage(content, header.kind().mediaType())
          : new EmojiImage(
              Bytes.owning(picture.within(SIDE, SIDE).png()), ImageKind.PNG.mediaType());
    } catch (UnreadableImageException unreadable) {
      throw AppError.builder()
          .id("api.emoji.upload.image.app_error")
          .message("no emoji can be made of the picture: " + unreadable.getMessage())
          .statusCode(400)
          .build();
    }
  }

  /** The error that says so of a picture with too many bytes. */
  public static AppError tooLarge() {
    return AppError.of(
        "api.emoji.create.too_large.app_error",
        "the picture of an emoji has at most %d bytes".formatted(LARGEST),
        413);
  }

  /**
   * An emoji by its id.
   *
   * @throws AppError with status 404 where there is none
   */
  public Emoji get(String id) {
    checkEnabled();
    return found(
        surroundings.database().inTransaction(sql -> EmojiRows.byId(sql, id)),
        "app.emoji.get.no_result",
        id);
  }

  /**
   * An emoji by its name.
   *
   * @throws AppError with status 404 where there is none
   */
  public Emoji byName(String name) {
    checkEnabled();
    return found(
        surroundings.database().inTransaction(sql -> EmojiRows.byName(sql, name)),
        "app.emoji.get_by_name.no_result",
        name);
  }

  /**
   * Those of these names that there are.
   *
   * @throws AppError with status 400 where there are too many names
   */
  public List<Emoji> byNames(List<String> names) {
    checkEnabled();
    if (names.size() > MOST_NAMES) {
      throw AppError.of(
          "api.emoji.get_multiple_by_name_too_many.request_error",
          "at most %d emoji can be asked for at once".formatted(MOST_NAMES),
          400);
    }
    return names.isEmpty()
        ? List.of()
        : surroundings.database().inTransaction(sql -> EmojiRows.byNames(sql, names));
  }

  /**
   * One page of all emoji.
   *
   * @param sortBy {@code name}, or empty for the oldest first
   * @throws AppError with status 400 where the order is another one
   */
  public List<Emoji> list(String sortBy, Page page) {
    checkEnabled();
    if (!sortBy.isEmpty() && !sortBy.equals("name")) {
      throw AppError.of(
          "api.context.invalid_url_param.app_error", "emoji are not ordered by " + sortBy, 400);
    }
    return surroundings
        .database()
        .inTransaction(sql -> EmojiRows.list(sql, sortBy.equals("name"), page));
  }

  /** The first hundred emoji whose names begin with a text, or contain it. */
  public List<Emoji> search(String term, boolean prefixOnly) {
    checkEnabled();
    return surroundings
        .database()
        .inTransaction(sql -> EmojiRows.search(sql, term, prefixOnly, MOST_FOUND));
  }

  /**
   * The picture of an emoji.
   *
   * @throws AppError with status 404 where there is no such emoji
   */
  public EmojiImage image(String id) {
    checkEnabled();
    return found(
        surroundings.database().inTransaction(sql -> EmojiRows.image(sql, id)),
        "app.emoji.get.no_result",
        id);
  }

  /**
   * Deletes an emoji, and the reactions with it.
   *
   * @throws AppError with status 404 where there is none
   */
  public void delete(String id) {
    Emoji emoji = get(id);
    long now = surroundings.now();
    surroundings
        .database()
        .inTransaction(
            sql -> {
              EmojiRows.delete(sql, id);
              EmojiRows.deleteReactions(sql, emoji.name(), now);
              return id;
            });
  }

  private void checkEnabled() {
    if (!enabled.getAsBoolean()) {
      throw AppError.of("api.emoji.disabled.app_error", "custom emoji are switched off", 501);
    }
  }

  private static <T> T found(Optional<T> emoji, String error, String what) {
    return emoji.orElseThrow(() -> AppError.of(error, "there is no emoji " + what, 404));
  }
}
