// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Issuer;
import org.mcpauth.tck.server.Profile;
import org.mcpauth.tck.server.Target;

/** The application of one binding: what is deployed, and where it is then. */
final class TckApplication {

  /** In the virtual machine of the assertions, for all applications; it ends with that. */
  private static final Issuer ISSUER = Issuer.start(0);

  /** Names, because the classes cannot be loaded here: only the server has what they need. */
  private static final String CLASSES = "org.mcpauth.tck.app";

  private final Binding binding;
  private final String endpoint;
  private final Porting porting;
  private final URI resource;
  private final Variant variant;
  private final String fault;
  private final Target target;

  private TckApplication(Binding binding, String endpoint, Variant variant, String fault) {
    this.binding = binding;
    this.endpoint = endpoint;
    this.variant = variant;
    this.fault = fault;
    this.porting = porting();
    this.resource = URI.create("%s/%s/mcp".formatted(porting.baseUri(), context()));
    this.target =
        new Target(
            resource,
            new IssuedTokens(ISSUER, resource),
            new Profile(
                binding.profile() + variant.suffix(),
                porting.exclusions(binding),
                configuration().features()));
  }

  static TckApplication servlet(Variant variant) {
    return new TckApplication(Binding.SERVLET, CLASSES + ".servlet", variant, "");
  }

  static TckApplication rest(Variant variant) {
    return new TckApplication(Binding.JAX_RS, CLASSES + ".rest", variant, "");
  }

  /** The servlet, with a class that is not to be deployed. */
  static TckApplication faulty(String fault) {
    return new TckApplication(Binding.SERVLET, CLASSES + ".servlet", Variant.STANDARD, fault);
  }

  private static Porting porting() {
    List<Porting> found =
        ServiceLoader.load(Porting.class).stream().map(ServiceLoader.Provider::get).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "exactly one service " + Porting.class.getName() + " is needed, but there are " + found);
    }
    return found.get(0);
  }

  private String context() {
    return "tck-" + binding.profile() + variant.suffix() + fault;
  }

  private ServerConfiguration configuration() {
    return new ServerConfiguration(resource, ISSUER.identifier(), variant);
  }

  WebArchive archive() {
    WebArchive archive =
        ShrinkWrap.create(WebArchive.class, context() + ".war")
            .addPackages(false, CLASSES, endpoint)
            .addAsResource(
                new StringAsset(configuration().toProperties()),
                "META-INF/microprofile-config.properties");
    if (!fault.isEmpty()) {
      archive.addClass(CLASSES + ".faulty." + fault);
    }
    porting.addImplementation(archive);
    return archive;
  }

  Target target() {
    return target;
  }
}
