package io.krait.host.internal.outside;

import io.krait.api.Nullable;
import io.krait.api.PluginCommands;
import io.krait.api.host.DirectoryService;
import io.krait.api.host.LicenceService;
import io.krait.api.host.PushService;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The services that integrators may bring, and what plugins offer, as long as they are there. Safe
 * for use from any thread.
 */
@Component(service = Outside.class)
public final class Outside {

  private final AtomicReference<@Nullable PushService> push = new AtomicReference<>();
  private final AtomicReference<@Nullable DirectoryService> directory = new AtomicReference<>();
  private final AtomicReference<@Nullable LicenceService> licence = new AtomicReference<>();
  private final AtomicReference<PluginCommands> commands =
      new AtomicReference<>(NoCommands.INSTANCE);

  /** What brings notifications to devices. */
  public Optional<PushService> push() {
    return Optional.ofNullable(push.get());
  }

  /** What knows people. */
  public Optional<DirectoryService> directory() {
    return Optional.ofNullable(directory.get());
  }

  /** What knows the licence. */
  public Optional<LicenceService> licence() {
    return Optional.ofNullable(licence.get());
  }

  /** What knows the commands of plugins; none are known where nobody does. */
  public PluginCommands commands() {
    return new CommandsOfNow(commands::get);
  }

  /** From now on notifications are pushed by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindPush(PushService bound) {
    push.set(bound);
  }

  /** This one is there no longer; another one may be bound already. */
  public void unbindPush(PushService gone) {
    push.compareAndSet(gone, null);
  }

  /** From now on people are looked up in this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindDirectory(DirectoryService bound) {
    directory.set(bound);
  }

  /** This one is there no longer; another one may be bound already. */
  public void unbindDirectory(DirectoryService gone) {
    directory.compareAndSet(gone, null);
  }

  /** From now on the licence is told by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindLicence(LicenceService bound) {
    licence.set(bound);
  }

  /** This one is there no longer; another one may be bound already. */
  public void unbindLicence(LicenceService gone) {
    licence.compareAndSet(gone, null);
  }

  /** From now on commands are known by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindCommands(PluginCommands bound) {
    commands.set(bound);
  }

  /** This one is there no longer; another one may be bound already. */
  public void unbindCommands(PluginCommands gone) {
    commands.compareAndSet(gone, NoCommands.INSTANCE);
  }
}
