package io.krait.supervisor.internal;

import java.nio.file.Path;

/**
 * An interpreter that runs.
 *
 * @param path absolute, and not resolved: by its place a link knows its virtual environment
 * @param version what it says it is
 * @param ownSdk whether it is the plugin's own and has the SDK installed, in the version that the
 *     plugin's author has chosen
 */
record Interpreter(Path path, PythonVersion version, boolean ownSdk) {}
