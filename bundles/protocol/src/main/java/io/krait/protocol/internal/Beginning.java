package io.krait.protocol.internal;

import io.krait.api.Nullable;

/**
 * How the answers of a streaming call begin that was made on a stream of calls.
 *
 * @param first the first answer; null where there is none yet
 * @param rest the number by which the peer gives what follows; 0 where nothing does
 */
public record Beginning<R>(@Nullable R first, long rest) {}
