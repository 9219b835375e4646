package io.krait.host.internal.sharing;

import io.krait.api.model.GetPostsSinceForSyncCursor;

/**
 * A channel that is shared with a remote.
 *
 * @param cursor the last post that the remote has
 */
record Invited(String channelId, String remoteId, GetPostsSinceForSyncCursor cursor) {}
