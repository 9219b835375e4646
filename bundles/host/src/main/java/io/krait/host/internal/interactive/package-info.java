/** Buttons, menus and dialogs: what clients see of them, and who is told when they are used. */
package io.krait.host.internal.interactive;
