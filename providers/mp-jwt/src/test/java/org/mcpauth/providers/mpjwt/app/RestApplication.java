// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.mpjwt.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Switches MicroProfile JWT on; on Payara that needs a bean. */
@ApplicationPath("/")
@ApplicationScoped
@LoginConfig(authMethod = "MP-JWT")
public class RestApplication extends Application {}
