package io.krait.runtime.manifest;

/**
 * The part of a plugin that runs in the browser.
 *
 * @param bundlePath path of the script in the plugin's folder
 */
public record WebappPart(String bundlePath) {}
