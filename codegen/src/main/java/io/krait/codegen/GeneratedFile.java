package io.krait.codegen;

/**
 * A file that a generator made.
 *
 * @param path relative to the output folder, with slashes
 */
public record GeneratedFile(String path, String content) {}
