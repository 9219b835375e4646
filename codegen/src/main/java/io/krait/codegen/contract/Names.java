package io.krait.codegen.contract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a name of the contract into the form that a language or a protocol uses. */
public final class Names {

  // A run of capitals is one word, except that its last letter may begin the next one: KV|Set.
  private static final Pattern WORD =
      Pattern.compile("[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+|[0-9]+");

  private Names() {}

  private static List<String> words(String name) {
    Matcher matcher = WORD.matcher(name);
    return matcher.results().map(result -> result.group().toLowerCase(Locale.ROOT)).toList();
  }

  /** {@code SetUserStatusTimedDND} becomes {@code setUserStatusTimedDnd}. */
  public static String lowerCamel(String name) {
    String camel = upperCamel(name);
    return camel.isEmpty()
        ? camel
        : camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
  }

  /** {@code create_at} becomes {@code CreateAt}. */
  public static String upperCamel(String name) {
    return words(name).stream()
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** {@code GetLDAPUserAttributes} becomes {@code get_ldap_user_attributes}. */
  public static String lowerSnake(String name) {
    return String.join("_", words(name));
  }

  /** {@code OnSAMLLogin} becomes {@code ON_SAML_LOGIN}. */
  public static String upperSnake(String name) {
    return lowerSnake(name).toUpperCase(Locale.ROOT);
  }

  /** {@code create_at} becomes {@code createAt}, the way protoc names Java accessors. */
  public static String protobufJavaCamel(String name) {
    StringBuilder result = new StringBuilder();
    boolean capital = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= '0' && c <= '9') {
        result.append(c);
        capital = true;
      } else if (Character.isLetter(c)) {
        result.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      } else {
        capital = true;
      }
    }
    return result.toString();
  }
}
