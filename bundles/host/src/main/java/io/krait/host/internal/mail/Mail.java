package io.krait.host.internal.mail;

/**
 * One message.
 *
 * @param to address of the recipient
 * @param subject as plain text
 * @param html the body
 * @param text the body for readers without HTML; empty for none
 */
public record Mail(String to, String subject, String html, String text) {}
