package io.krait.host.internal.emoji;

import io.krait.api.model.Emoji;
import java.util.List;
import java.util.Map;

/**
 * An answer or an event with posts, which clients get with the custom emoji in the metadata of
 * each. The contract has no place for these.
 *
 * @param body what it is
 * @param ofPosts the emoji, by the ids of the posts that have any
 */
public record WithEmoji(Object body, Map<String, List<Emoji>> ofPosts) {}
