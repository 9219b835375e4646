/** Slash commands that users give: the host's own, plugins', and those of programs elsewhere. */
package io.krait.host.internal.commands;
