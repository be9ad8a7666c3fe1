// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.mpjwt;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payara, whose MicroProfile JWT is its own: by the token of the request. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PayaraMicroIT extends ContainerJwtCases {

  @Deployment(testable = false)
  static WebArchive application() {
    return Deployed.archive();
  }
}
