package io.krait.host.internal.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Bytes;
import io.krait.api.model.FileInfo;
import io.krait.api.model.GetPostsSinceForSyncCursor;
import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.api.model.Status;
import io.krait.api.model.SyncMsgJson;
import io.krait.api.model.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a remote gets of a channel at once.
 *
 * @param channelId the channel
 * @param posts the posts, in the order in which they were changed
 * @param reactions all reactions to these posts
 * @param users who wrote or reacted, and has changed since the remote got them last
 * @param statuses whether these are there
 * @param pictures the users whose pictures the remote has not got
 * @param files the attachments that the remote has not got, by the ids of their posts
 * @param end the last post that is dealt with when all this has arrived
 */
record Outgoing(
    String channelId,
    List<Post> posts,
    List<Reaction> reactions,
    List<User> users,
    List<Status> statuses,
    List<User> pictures,
    Map<String, List<FileInfo>> files,
    GetPostsSinceForSyncCursor end) {

  /** As the hook has it; empty lists are left out. */
  SyncMsgJson message(String id, ObjectMapper mapper) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("channel_id", channelId);
    if (!users.isEmpty()) {
      Map<String, User> byId = new LinkedHashMap<>();
      users.forEach(user -> byId.put(user.id(), user));
      message.put("users", byId);
    }
    putUnlessEmpty(message, "posts", posts);
    putUnlessEmpty(message, "reactions", reactions);
    putUnlessEmpty(message, "statuses", statuses);
    try {
      return SyncMsgJson.builder()
          .syncMsgJson(Bytes.owning(mapper.writeValueAsBytes(message)))
          .build();
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException("posts cannot be written as JSON", notJson);
    }
  }

  private static void putUnlessEmpty(Map<String, Object> message, String name, List<?> values) {
    if (!values.isEmpty()) {
      message.put(name, values);
    }
  }
}
