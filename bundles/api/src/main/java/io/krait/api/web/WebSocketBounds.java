package io.krait.api.web;

import java.time.Duration;

/**
 * What one WebSocket may take.
 *
 * @param messageBytes how large a message of the client may be; a larger one ends the connection
 *     with code 1009
 * @param idle for how long nothing may come from the client before the connection ends
 * @param unsent how many messages may wait for a client that does not read
 */
public record WebSocketBounds(int messageBytes, Duration idle, int unsent) {}
