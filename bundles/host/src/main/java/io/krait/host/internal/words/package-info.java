/** The words of texts, by which posts and files are found. */
package io.krait.host.internal.words;
