package io.krait.runtime.internal.life;

import io.krait.doctor.AbsentBundles;
import io.krait.doctor.BundleDoctor;
import io.krait.doctor.Finding;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Tells the log what plugins are run without, as there may be nobody else who could be asked. */
@Component(service = AbsentParts.class, immediate = true)
public final class AbsentParts {
  private static final Logger LOG = System.getLogger(AbsentParts.class.getName());

  @Activate
  public AbsentParts(BundleContext context) {
    Stream.concat(
            BundleDoctor.without(context, context.getBundle()).stream(),
            AbsentBundles.all(context).stream())
        .map(Finding::toString)
        .distinct()
        .forEach(absent -> LOG.log(Level.INFO, absent));
  }
}
