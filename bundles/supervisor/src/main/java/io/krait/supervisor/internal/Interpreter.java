package io.krait.supervisor.internal;

import java.nio.file.Path;

/**
 * An interpreter that runs.
 *
 * @param path absolute, and not resolved: by its place a link knows its virtual environment
 * @param version what it says it is
 */
record Interpreter(Path path, PythonVersion version) {}
