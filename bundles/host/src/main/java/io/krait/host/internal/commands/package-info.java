/** Slash commands that no plugin answers: the host's own, and those of programs elsewhere. */
package io.krait.host.internal.commands;
