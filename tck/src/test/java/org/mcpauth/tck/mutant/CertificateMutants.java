// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.CertificateRules;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.server.Feature;

/** What must be caught of servers that take a token from whoever holds it. */
final class CertificateMutants {

  private static final String ACCEPTED = "certificate-bound-token-is-accepted";
  private static final String NEEDED = "certificate-bound-token-needs-its-certificate";
  private static final String UNASKED = "certificate-header-is-not-believed-unasked";
  private static final Optional<String> HEADER = Optional.of(Feature.CERTIFICATE_HEADER_NAME);

  private CertificateMutants() {}

  static List<Mutant> all() {
    return Stream.concat(proxied(), direct()).toList();
  }

  private static Stream<Mutant> proxied() {
    return Stream.of(
        behind(ACCEPTED, "takes no bound token", new CertificateRules(Optional.empty())),
        behind(
            NEEDED,
            "takes the certificate of anybody",
            new CertificateRules(HEADER) {
              @Override
              public boolean isAllowed(Caller caller, Request request) {
                return super.isAllowed(caller, request) || thumbprint(request).isPresent();
              }
            }),
        behind(
            NEEDED,
            "takes the first of several certificates",
            new CertificateRules(HEADER) {
              @Override
              public Optional<String> one(List<String> lines) {
                return lines.stream().findFirst();
              }
            }),
        behind(
            NEEDED,
            "takes the last of several certificates",
            new CertificateRules(HEADER) {
              @Override
              public Optional<String> one(List<String> lines) {
                return lines.stream().reduce((first, last) -> last);
              }
            }),
        behind(
            NEEDED,
            "compares only if it can read the certificate",
            new CertificateRules(HEADER) {
              @Override
              public boolean isAllowed(Caller caller, Request request) {
                return super.isAllowed(caller, request)
                    || (thumbprint(request).isEmpty() && request.header("Client-Cert").isPresent());
              }
            }),
        Mutant.of(
            NEEDED,
            "does not say what is wrong",
            rules -> {
              var proxied = rules.at(Feature.CERTIFICATE_HEADER);
              proxied.challenges =
                  new ChallengeRules(proxied.metadata) {
                    @Override
                    public Answer invalidToken(Request request) {
                      return credentialsMissing(request);
                    }
                  };
            }),
        behind(
            UNASKED,
            "believes the header of another proxy",
            new CertificateRules(HEADER) {
              @Override
              public Optional<String> thumbprint(Request request) {
                return super.thumbprint(request)
                    .or(
                        () ->
                            request
                                .header("X-SSL-Client-Cert")
                                .flatMap(CertificateRules::thumbprint));
              }
            }));
  }

  private static Stream<Mutant> direct() {
    return Stream.of(
        Mutant.of(
            UNASKED,
            "believes the header at every endpoint",
            rules -> rules.certificates = new CertificateRules(HEADER)),
        Mutant.of(
            UNASKED,
            "takes a bound token for a bearer token if there is some header",
            rules ->
                rules.certificates =
                    new CertificateRules(Optional.empty()) {
                      @Override
                      public boolean isAllowed(Caller caller, Request request) {
                        return super.isAllowed(caller, request)
                            || request.header("Client-Cert").isPresent();
                      }
                    }));
  }

  private static Mutant behind(String assertion, String fault, CertificateRules certificates) {
    return Mutant.of(
        assertion,
        fault,
        rules -> rules.at(Feature.CERTIFICATE_HEADER).certificates = certificates);
  }
}
