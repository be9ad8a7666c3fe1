// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.benchmarks.fixture.Issuer;
import org.mcpauth.devserver.KeyAlgorithm;
import org.mcpauth.internal.token.TokenAuthenticator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A token that was verified before. The floor is what no cache without tokens in it can do without:
 * the SHA-256 of the token, and a look-up in a {@link ConcurrentHashMap}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KnownTokenBenchmark {

  private String token;
  private TokenAuthenticator authenticator;
  private final ConcurrentMap<ByteBuffer, AccessToken> known = new ConcurrentHashMap<>();

  /** Made by JMH, which calls {@link #prepare} next. */
  @SuppressWarnings("NullAway.Init")
  public KnownTokenBenchmark() {}

  /**
   * Verifies a token for the first time.
   *
   * @throws IOException if there is no token
   * @throws NoSuchAlgorithmException if this Java lacks SHA-256
   */
  @Setup
  public void prepare() throws IOException, NoSuchAlgorithmException {
    Issuer issuer = Issuer.of(KeyAlgorithm.RS256);
    token = issuer.token();
    authenticator = Verification.of(issuer, true);
    known.put(digest(token), authenticator.authenticate(token));
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
   * @return the verified token
   * @throws NoSuchAlgorithmException if this Java lacks SHA-256
   */
  @Benchmark
  public @Nullable AccessToken floor() throws NoSuchAlgorithmException {
    return known.get(digest(token));
  }

  private static ByteBuffer digest(String token) throws NoSuchAlgorithmException {
    byte[] text = token.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
  }
}
