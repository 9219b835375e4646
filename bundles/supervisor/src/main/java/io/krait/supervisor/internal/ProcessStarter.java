package io.krait.supervisor.internal;

import java.io.IOException;

/** How processes come about; tests have another way. */
@FunctionalInterface
interface ProcessStarter {

  Process start(ProcessBuilder builder) throws IOException;
}
