/** The life of plugins: installed, enabled, started, watched, configured, updated and removed. */
package io.krait.runtime.internal.life;
