/** Hooks on their way from the host to several plugins, and the answers on their way back. */
package io.krait.runtime.internal.dispatch;
