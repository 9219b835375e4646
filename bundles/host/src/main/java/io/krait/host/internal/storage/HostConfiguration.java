package io.krait.host.internal.storage;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the embedded host keeps its data, and who may sign up. */
@ObjectClassDefinition(
    id = "io.krait.host",
    name = "Krait embedded host",
    description = "The embedded team-chat server.")
public @interface HostConfiguration {

  /** See the description. */
  @AttributeDefinition(
      name = "Data folder",
      description =
          "Folder of the database and of whatever else the host keeps; made where it does not"
              + " exist. One server at a time can use it. Default: data, in the working directory.")
  String data_folder() default "data";

  /** See the description. */
  @AttributeDefinition(
      name = "JDBC URL",
      description =
          "URL of the database, jdbc:postgresql://HOST:PORT/DATABASE or jdbc:h2:..., where it is"
              + " not to be the one in the data folder. What follows a question mark are the"
              + " driver's own settings, such as sslmode=verify-full&sslrootcert=FILE. Default:"
              + " empty, for the one in the data folder.")
  String jdbc_url() default "";

  /** See the description. */
  @AttributeDefinition(
      name = "Database user",
      description = "Whom the database is opened as. Default: empty, for what the URL says.")
  String jdbc_user() default "";

  /** See the description. */
  @AttributeDefinition(
      name = "Database password",
      type = AttributeType.PASSWORD,
      description = "The password of the database user. Default: empty.")
  String jdbc_password() default "";

  /** See the description. */
  @AttributeDefinition(
      name = "File of the database password",
      description =
          "A file that holds the password of the database user and nothing else; it is used"
              + " instead of the one that is written here. Default: empty, for none.")
  String jdbc_password_file() default "";

  /** See the description. */
  @AttributeDefinition(
      name = "Copy into the database",
      description =
          "Whether the data of the database in the data folder are copied at the start into the one"
              + " of the JDBC URL, where nobody has used that yet. Default: false.")
  boolean jdbc_copy() default false;

  /** See the description. */
  @AttributeDefinition(
      name = "Connections",
      description = "How many connections to the database are open at most. Default: 8.")
  int jdbc_connections() default 8;

  /** See the description. */
  @AttributeDefinition(
      name = "Largest file",
      description =
          "How large a file may be that is uploaded, in mebibytes. What maxMebibytes of"
              + " io.krait.runtime.uploads says holds as well. Default: 100.")
  int max_file_mebibytes() default 100;

  /** See the description. */
  @AttributeDefinition(
      name = "File store",
      description =
          "Where the contents of uploaded files are kept: folder, for files below the data folder,"
              + " or database, for rows beside all else. What is in the folder stays readable when"
              + " this is changed to database, though not the other way round. Default: folder.")
  String file_store() default "folder";

  /** See the description. */
  @AttributeDefinition(
      name = "Open sign-up",
      description =
          "Whether everybody who reaches the server may create an account. If not, an administrator"
              + " creates them. The first administrator is made by a code, which is in"
              + " first-administrator-code in the data folder and in the log. Default: false.")
  boolean open_sign_up() default false;

  /** See the description. */
  @AttributeDefinition(
      name = "Site URL",
      description =
          "The address by which browsers reach the server, such as https://chat.example.com. By"
              + " another one nobody can sign up, log in or change anything with a cookie, but for"
              + " localhost and literal addresses. Default: empty, for these alone.")
  String site_url() default "";

  /** See the description. */
  @AttributeDefinition(
      name = "Cluster",
      description =
          "Whether this server is one of several that use the same database, which is PostgreSQL"
              + " then. All of them say so. If not, it waits until no other server uses its"
              + " database. Default: false.")
  boolean cluster_enabled() default false;

  /** See the description. */
  @AttributeDefinition(
      name = "Node",
      description =
          "Identifier of this server among those of the cluster, which no other has, of at most 200"
              + " characters. Default: empty, for one that is made of the data folder's number.")
  String cluster_node() default "";
}
