/**
 * The distribution as tests from outside start it and use it.
 *
 * <p>Nothing in here knows what Krait consists of: only its start script, its addresses and what it
 * prints.
 */
package io.krait.e2e;
