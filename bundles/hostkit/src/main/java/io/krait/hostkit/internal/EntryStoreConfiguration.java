package io.krait.hostkit.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What an administrator can set about what plugins store where their host keeps nothing. */
@ObjectClassDefinition(
    name = "Krait key-value store",
    description = "Where plugins keep their entries, in a host that does not keep them itself")
public @interface EntryStoreConfiguration {

  /** In which of the two. */
  @AttributeDefinition(
      name = "Store",
      description =
          "file, the default, for files in a folder; database for the table krait_plugin_entries in"
              + " the javax.sql.DataSource that is offered as a service, which the property"
              + " dataSource.target chooses by a filter where there are several",
      options = {@Option(label = "Files", value = "file"), @Option(value = "database")})
  String store() default "file";

  /** Where the files are. */
  @AttributeDefinition(
      name = "Folder",
      description =
          "Folder of the files; empty, as it is by default, for one in this bundle's data area,"
              + " which is deleted when the bundle is uninstalled")
  String folder() default "";
}
