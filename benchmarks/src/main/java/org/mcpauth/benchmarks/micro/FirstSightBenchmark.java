// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.mcpauth.AccessToken;
import org.mcpauth.benchmarks.fixture.Issuer;
import org.mcpauth.devserver.KeyAlgorithm;
import org.mcpauth.internal.token.TokenAuthenticator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A token that was never seen before: parse, find the key, verify the signature, check type and
 * claims. The floor is nothing but the signature, over bytes that are decoded already, with a
 * {@link Signature} that has its key already.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FirstSightBenchmark {

  /** How the token is signed. */
  @Param({"RS256", "ES256", "EdDSA"})
  KeyAlgorithm algorithm = KeyAlgorithm.RS256;

  private String token;
  private byte[] signingInput;
  private byte[] signatureBytes;
  private TokenAuthenticator authenticator;
  private Signature signature;

  /** Made by JMH, which calls {@link #prepare} next. */
  @SuppressWarnings("NullAway.Init")
  public FirstSightBenchmark() {}

  /**
   * Makes token and verifiers.
   *
   * @throws IOException if there is no token
   * @throws GeneralSecurityException if the key does not fit
   */
  @Setup
  public void prepare() throws IOException, GeneralSecurityException {
    Issuer issuer = Issuer.of(algorithm);
    token = issuer.token();
    int dot = token.lastIndexOf('.');
    signingInput = token.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
    signatureBytes = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    signature = signature(algorithm);
    signature.initVerify(issuer.key());
    authenticator = Verification.of(issuer, false);
  }

  /**
   * Ours.
   *
   * @return the verified token
   */
  @Benchmark
  public AccessToken ours() {
    return authenticator.authenticate(token);
  }

  /**
   * The floor.
   *
   * @return whether the signature is valid
   * @throws GeneralSecurityException if the signature is malformed
   */
  @Benchmark
  public boolean floor() throws GeneralSecurityException {
    signature.update(signingInput);
    return signature.verify(signatureBytes);
  }

  private static Signature signature(KeyAlgorithm algorithm) throws GeneralSecurityException {
    return Signature.getInstance(
        switch (algorithm) {
          case RS256 -> "SHA256withRSA";
          case ES256 -> "SHA256withECDSAinP1363Format";
          case EdDSA -> "Ed25519";
        });
  }
}
