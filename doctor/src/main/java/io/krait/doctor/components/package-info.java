/** The same of the components in bundles, for who can ask what runs these. */
package io.krait.doctor.components;
