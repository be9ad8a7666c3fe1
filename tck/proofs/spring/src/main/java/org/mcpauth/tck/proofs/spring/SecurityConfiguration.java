// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.proofs.spring;

import org.springaicommunity.mcp.security.server.config.McpServerOAuth2Configurer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

  private final String issuer;

  SecurityConfiguration(
      @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
    this.issuer = issuer;
  }

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, JwtDecoder decoder) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .with(
            McpServerOAuth2Configurer.mcpServerOAuth2(),
            mcp ->
                mcp.authorizationServer(issuer)
                    .jwtDecoder(decoder)
                    .validateAudienceClaim(true)
                    .protectedResourceMetadataCustomizer(
                        metadata ->
                            metadata
                                .authorizationServer(issuer)
                                .resourceName("Spring proof")
                                .scope("mcp:conformance:baseline")))
        .build();
  }

  // mcp-security's own decoder takes no tokens of the type at+jwt, and asks the issuer at start.
  @Bean
  JwtDecoder jwtDecoder() {
    return new SupplierJwtDecoder(
        () -> {
          NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
          decoder.setJwtValidator(
              JwtValidators.createDefaultWithValidators(
                  new JwtTypeValidator("at+jwt", "application/at+jwt"),
                  new JwtIssuerValidator(issuer)));
          return decoder;
        });
  }

  // Applies to @PreAuthorize: Spring finds it by its type.
  @Bean
  static RoleHierarchy roleHierarchy() {
    return RoleHierarchyImpl.withRolePrefix("SCOPE_mcp:conformance:")
        .role("admin")
        .implies(
            "tools:call",
            "tools:test_simple_text",
            "resources:read",
            "resources:static",
            "resources:template:123",
            "prompts:get",
            "prompts:test_simple_prompt")
        .build();
  }
}
