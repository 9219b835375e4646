/** Slash commands that users make for programs elsewhere. */
package io.krait.host.internal.customcommands;
