package io.krait.runtime.internal.dispatch;

import io.krait.api.Readiness;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells others whether the plugins are up that are to run. */
@Component(service = Readiness.class)
public final class PluginReadiness implements Readiness {

  private final HookDispatch dispatch;

  @Activate
  public PluginReadiness(@Reference HookDispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Override
  public Report report() {
    return dispatch.readiness();
  }
}
