package io.krait.host.internal.serving;

/**
 * What requests may take.
 *
 * @param requests how many are under way at once, those that wait for a plugin included
 * @param requestsOfAddress how many of these are of one remote address
 * @param slowBodiesOfAddress how many of these have a body that takes long
 * @param bodies how fast a body has to come
 * @param mostForgotten how much of a body is read that nobody wants, in bytes
 */
public record ExchangeBounds(
    int requests,
    int requestsOfAddress,
    int slowBodiesOfAddress,
    BodyRules bodies,
    long mostForgotten) {}
