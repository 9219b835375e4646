/** What plugins are asked, and have still to answer. */
package io.krait.host.internal.hooks;
