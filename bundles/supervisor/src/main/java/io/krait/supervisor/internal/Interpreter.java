package io.krait.supervisor.internal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An interpreter that runs.
 *
 * @param path absolute, and not resolved: by its place a link knows its virtual environment
 * @param version what it says it is
 * @param own whether it belongs to a virtual environment that is the plugin's own, rather than to
 *     the machine
 * @param sdk whether the SDK is installed in it
 * @param executable the program that runs in the end, where links and scripts lead to it; empty
 *     where it has not said so
 */
record Interpreter(
    Path path, PythonVersion version, boolean own, boolean sdk, Optional<Path> executable) {}
