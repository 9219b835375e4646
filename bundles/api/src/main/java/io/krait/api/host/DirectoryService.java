package io.krait.api.host;

import io.krait.api.model.User;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks up people in a directory, such as one that speaks LDAP. While there is no such service, the
 * embedded host answers from what it keeps of a user itself: the attributes that {@code
 * LdapSettings} of its configuration gives names to. Implementations must be safe for use from any
 * thread.
 */
@ConsumerType
public interface DirectoryService {

  /**
   * Attributes of a user who comes from the directory; {@code authData} of the user is the key in
   * it. May wait for the directory.
   *
   * @param names which are wanted
   * @return those that the directory has, by name
   * @throws io.krait.api.AppError where the directory cannot be asked
   */
  Map<String, String> attributes(User user, List<String> names);
}
