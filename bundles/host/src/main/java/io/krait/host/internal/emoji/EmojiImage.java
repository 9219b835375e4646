package io.krait.host.internal.emoji;

import io.krait.api.Bytes;

/**
 * The picture of an emoji.
 *
 * @param content the file
 * @param mediaType what it is
 */
public record EmojiImage(Bytes content, String mediaType) {}
