/**
 * Hot deployment of plugins, in two ways: as archives in a folder that Apache Felix File Install
 * watches, and inside of OSGi bundles, which are extended.
 */
package io.krait.deploy.internal;
