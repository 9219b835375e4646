package io.krait.sandbox.internal;

import io.krait.supervisor.IsolatedProcess;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of another user of the system, without any privilege. */
final class OtherUser implements Confinement {

  private final Tools tools;
  private final Accounts accounts;
  private final Ownership ownership;

  OtherUser(Tools tools, Accounts accounts, Ownership ownership) {
    this.tools = tools;
    this.accounts = accounts;
    this.ownership = ownership;
  }

  @Override
  public IsolatedProcess confine(ProcessRequest request, SandboxSettings settings)
      throws IOException {
    String setpriv =
        tools.find(
            "setpriv",
            "install the package util-linux, or choose another mode of io.krait.sandbox");
    Accounts.Account account = accounts.find(settings.user());
    if (account.user() == 0) {
      throw new IOException(
          "user \"%s\" is root, which is no isolation; set user of io.krait.sandbox to another"
              .formatted(settings.user()));
    }
    for (Path folder : request.needs().sockets()) {
      ownership.give(folder, account);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                setpriv,
                "--reuid=" + account.user(),
                "--regid=" + account.group(),
                "--clear-groups",
                "--inh-caps=-all",
                "--bounding-set=-all",
                "--no-new-privs",
                "--"));
    command.addAll(request.command());
    return new IsolatedProcess(request.withCommand(command), "user " + settings.user(), List.of());
  }
}
