// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.mcpauth.devserver.DevAuthorizationServer;

/**
 * What a sample needs beside the development authorization server, such as a service that it calls.
 * A sample has at most one, which is found as a service ({@link ServiceLoader}) and started with
 * the sample, by the launcher and by tests alike.
 */
public interface Companion {

  /**
   * The companion of the sample that is started by this JVM.
   *
   * @return the one on the class path; empty if there is none
   */
  static Optional<Companion> find() {
    return ServiceLoader.load(Companion.class).findFirst();
  }

  /**
   * What follows for the application from where the companion is.
   *
   * @param base the URL of the companion, without a path
   * @return keys and values for the application's configuration
   */
  Map<String, String> configuration(URI base);

  /**
   * Starts it, on loopback only.
   *
   * @param issuer the authorization server, which runs already
   * @param resource the resource identifier of the application
   * @param base the URL of the companion, with the port to listen on
   * @return what runs
   * @throws java.io.UncheckedIOException if the port cannot be listened on
   */
  Running start(DevAuthorizationServer issuer, String resource, URI base);

  /** A companion that runs. */
  interface Running extends AutoCloseable {

    /** Stops it. */
    @Override
    void close();
  }
}
