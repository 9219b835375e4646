package io.krait.host.internal.outside;

import io.krait.api.Nullable;
import io.krait.api.PluginCommands;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterLock;
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
  private final AtomicReference<@Nullable ClusterEvents> cluster = new AtomicReference<>();
  private final AtomicReference<@Nullable ClusterLock> lock = new AtomicReference<>();
  private final Following following = new Following();

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

  /** What carries events between nodes. */
  public Optional<ClusterEvents> cluster() {
    return Optional.ofNullable(cluster.get());
  }

  /** What keeps leases for all nodes. */
  public Optional<ClusterLock> lock() {
    return Optional.ofNullable(lock.get());
  }

  /** Whether there are other nodes beside this one. */
  public boolean hasOthers() {
    return cluster().filter(carrier -> carrier.nodes().size() > 1).isPresent();
  }

  /** Has a listener hear a topic of whatever carries events, now and later. */
  public ClusterEvents.Subscription follow(String topic, ClusterListener listener) {
    return following.add(topic, listener);
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

  /** From now on events are carried by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindCluster(ClusterEvents bound) {
    cluster.set(bound);
    following.carriedBy(bound);
  }

  /** This one is there no longer; another one may be bound already. */
  public void unbindCluster(ClusterEvents gone) {
    if (cluster.compareAndSet(gone, null)) {
      following.carriedBy(null);
    }
  }

  /** From now on leases are kept by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindLock(ClusterLock bound) {
    lock.set(bound);
  }

  /** This one is there no longer; another one may be bound already. */
  public void unbindLock(ClusterLock gone) {
    lock.compareAndSet(gone, null);
  }
}
