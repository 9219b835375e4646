package io.krait.host.internal.events;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.host.internal.json.PostProps;
import io.krait.host.internal.storage.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the buttons and menus of a post that nobody keeps lead to. The client keeps it, sealed: it
 * can neither read nor change it, and it is of use to one user, for one button of one post. Safe
 * for use from any thread.
 */
public final class ActionCookies {

  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int BYTES_OF_NONCE = 12;
  private static final int BITS_OF_TAG = 128;
  private static final int LARGEST = 1 << 20;

  private final Json json;
  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * Those that are sealed by this key, whichever node has sealed them.
   *
   * @param key 32 bytes, in hexadecimal digits
   */
  public ActionCookies(Json json, String key) {
    this.json = json;
    this.key = new SecretKeySpec(HexFormat.of().parseHex(key), "AES");
  }

  /**
   * What is known of a button or menu by its cookie.
   *
   * @param post where it is; of its properties only those that say who speaks
   */
  public record Opened(Post post, PostProps.Action action) {}

  /** The post as a user's client may have it: with cookies, and without where they lead. */
  public Post on(String userId, Post post) {
    return post.toBuilder()
        .props(
            PostProps.forClients(
                PostProps.withCookies(
                    post.props(),
                    action ->
                        Base64.getEncoder()
                            .encodeToString(
                                sealed(
                                    bound(userId, post.id(), action.id()),
                                    content(post, action))))))
        .build();
  }

  /**
   * What a client has sent back.
   *
   * @throws AppError with status 400 where it is not what this user got for this button
   */
  public Opened open(String userId, String postId, String actionId, String cookie) {
    Map<String, Object> content =
        json.object(opened(bound(userId, postId, actionId), decoded(cookie)));
    Post post =
        Post.builder()
            .id(postId)
            .type(text(content, "post_type"))
            .userId(text(content, "user_id"))
            .channelId(text(content, "channel_id"))
            .rootId(text(content, "root_id"))
            .createAt(content.get("create_at") instanceof Number time ? time.longValue() : 0)
            .props(object(content, "props"))
            .build();
    return new Opened(
        post,
        new PostProps.Action(
            actionId,
            text(content, "type"),
            text(content, "data_source"),
            text(content, "url"),
            object(content, "context")));
  }

  private String content(Post post, PostProps.Action action) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("post_type", post.type());
    content.put("user_id", post.userId());
    content.put("channel_id", post.channelId());
    content.put("root_id", post.rootId());
    content.put("create_at", post.createAt());
    content.put("props", PostProps.withSpeaker(Map.of(), post.props()));
    content.put("type", action.type());
    content.put("data_source", action.dataSource());
    content.put("url", action.url());
    content.put("context", action.context());
    return json.write(content);
  }

  private static byte[] bound(String userId, String postId, String actionId) {
    return String.join("\n", userId, postId, actionId).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String cookie) {
    if (cookie.length() > LARGEST) {
      throw refused();
    }
    try {
      return Base64.getDecoder().decode(cookie);
    } catch (IllegalArgumentException none) {
      throw refused();
    }
  }

  private byte[] sealed(byte[] bound, String content) {
    byte[] nonce = new byte[BYTES_OF_NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, bound)
              .doFinal(content.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
      return all;
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private String opened(byte[] bound, byte[] sealed) {
    if (sealed.length < BYTES_OF_NONCE) {
      throw refused();
    }
    try {
      byte[] content =
          cipher(Cipher.DECRYPT_MODE, sealed, bound)
              .doFinal(sealed, BYTES_OF_NONCE, sealed.length - BYTES_OF_NONCE);
      return new String(content, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException notOurs) {
      throw refused();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(BITS_OF_TAG, nonce, 0, BYTES_OF_NONCE));
    cipher.updateAAD(bound);
    return cipher;
  }

  private static AppError refused() {
    return AppError.of(
        "api.post.do_action.action_integration.app_error",
        "the cookie is not what this server has given you for this button or menu",
        400);
  }

  private static String text(Map<String, Object> content, String name) {
    return content.get(name) instanceof String text ? text : "";
  }

  private static Map<String, Object> object(Map<String, Object> content, String name) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (content.get(name) instanceof Map<?, ?> there) {
      there.forEach((key, value) -> object.put(String.valueOf(key), value));
    }
    return object;
  }
}
