package io.krait.guard.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Who may reach the Web Console. */
@ObjectClassDefinition(
    name = "Krait guard of the Web Console",
    description =
        "Keeps pages of other sites, and those who guess passwords, away from the Web Console.")
public @interface GuardConfiguration {

  /** The names of the server. */
  @AttributeDefinition(
      name = "Host names",
      description =
          "The names by which browsers reach the console, without a port. Addresses, localhost and"
              + " the name of this machine are known by themselves. A request for another name is"
              + " answered with 421, as it may be another site's that was made to lead here; * lets"
              + " all names be good. Default: none.",
      required = false)
  String[] hosts() default {};

  /** How many wrong passwords are free. */
  @AttributeDefinition(
      name = "Wrong passwords",
      description =
          "How many wrong passwords in a row an address may try at once. After that it has to wait,"
              + " a second at first, and twice as long each time; meanwhile it is answered with 429."
              + " From 1 to 1000. Default 5.",
      min = "1",
      max = "1000")
  int wrong_passwords() default 5;

  /** How long somebody waits at most. */
  @AttributeDefinition(
      name = "Longest wait (seconds)",
      description = "How long such an address has to wait at most. From 1 to 86400. Default 300.",
      min = "1",
      max = "86400")
  int longest_wait_seconds() default 300;
}
