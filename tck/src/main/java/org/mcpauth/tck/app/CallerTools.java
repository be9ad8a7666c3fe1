// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mcpauth.AccessToken;
import org.mcpauth.AccessTokens;
import org.mcpauth.RequiresScope;
import org.mcpauth.TokenClaim;
import org.mcpauth.UserInfo;

/** The tools of the fixture contract that know more of their caller than the subject. */
@ApplicationScoped
public class CallerTools {

  static final String ELSEWHERE = "test_caller_elsewhere";
  static final String EMAIL = "test_email";
  static final String USER_EMAIL = "test_user_email";

  /** Few, so that each works for one caller after the other. */
  private final ExecutorService others = Executors.newFixedThreadPool(2);

  @Inject AccessToken caller;
  @Inject AccessTokens tokens;
  @Inject UserInfo user;

  @Inject
  @TokenClaim("email")
  Provider<Optional<String>> email;

  /** Made by the container. */
  public CallerTools() {}

  /**
   * Says who calls, on another thread.
   *
   * @return the subject
   */
  @RequiresScope(
      value = {},
      tool = ELSEWHERE)
  public String elsewhere() {
    try {
      return others.submit(tokens.wrap(() -> caller.subject().orElse(""))).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Says what the caller's token says.
   *
   * @return the claim; empty if there is none
   */
  @RequiresScope(
      value = {},
      tool = EMAIL)
  public String email() {
    return email.get().orElse("");
  }

  /**
   * Says what the issuer knows of the caller.
   *
   * @return the address; empty if there is none
   */
  @RequiresScope(
      value = {},
      tool = USER_EMAIL)
  public String userEmail() {
    return user.email().orElse("");
  }

  @PreDestroy
  void stop() {
    others.shutdownNow();
  }
}
