package io.krait.webconsole.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.Nullable;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginManager;
import io.krait.api.management.ProcessUsages;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The services from the service registry. They come and go without the page going: it then says
 * what is missing. That is why they are in fields.
 */
@Component(service = Krait.class)
public final class KraitServices implements Krait {

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable PluginManager manager;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable PluginLogs logs;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable HookDispatcher dispatcher;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable ProcessUsages usages;

  @Override
  public Optional<PluginManager> manager() {
    return Optional.ofNullable(manager);
  }

  @Override
  public Optional<PluginLogs> logs() {
    return Optional.ofNullable(logs);
  }

  @Override
  public Optional<HookDispatcher> dispatcher() {
    return Optional.ofNullable(dispatcher);
  }

  @Override
  public Optional<ProcessUsages> usages() {
    return Optional.ofNullable(usages);
  }
}
