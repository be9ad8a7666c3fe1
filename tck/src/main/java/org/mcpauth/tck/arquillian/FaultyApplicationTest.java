// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * Deploys applications that look guarded and are not. The deployment has to fail, or, where the
 * server goes on nevertheless, nobody may be answered.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
public class FaultyApplicationTest {

  private static final String SOUND = "SoundTools";
  private static final String STATIC = "SecretTools";
  private static final String NO_BEAN = "PlainTools";
  private static final String SELF_CALL = "SelfCallingTools";
  private static final String TWICE = "ContradictingTools";

  @ArquillianResource @Nullable Deployer deployer;

  /** Made by JUnit. */
  public FaultyApplicationTest() {}

  /**
   * Nothing is wrong with it.
   *
   * @return to be deployed
   */
  @Deployment(name = SOUND, managed = false, testable = false)
  public static WebArchive withoutFault() {
    return TckApplication.faulty(SOUND).archive();
  }

  /**
   * A tool that is static.
   *
   * @return not to be deployed
   */
  @Deployment(name = STATIC, managed = false, testable = false)
  public static WebArchive withStaticTool() {
    return TckApplication.faulty(STATIC).archive();
  }

  /**
   * A tool of a class that is no bean.
   *
   * @return not to be deployed
   */
  @Deployment(name = NO_BEAN, managed = false, testable = false)
  public static WebArchive withoutBean() {
    return TckApplication.faulty(NO_BEAN).archive();
  }

  /**
   * A tool that is called past its guard.
   *
   * @return not to be deployed
   */
  @Deployment(name = SELF_CALL, managed = false, testable = false)
  public static WebArchive withCallOfItself() {
    return TckApplication.faulty(SELF_CALL).archive();
  }

  /**
   * One tool with two requirements.
   *
   * @return not to be deployed
   */
  @Deployment(name = TWICE, managed = false, testable = false)
  public static WebArchive withTwoRequirements() {
    return TckApplication.faulty(TWICE).archive();
  }

  /** Otherwise the others would prove nothing. */
  @Test
  void deployWhenNothingIsWrongThenAnswers() {
    Deployer here = Objects.requireNonNull(deployer);
    here.deploy(SOUND);
    try {
      assertThat(answer(SOUND).isSuccess()).isTrue();
    } finally {
      undeploy(here, SOUND);
    }
  }

  private static Reply answer(String fault) {
    McpServer server = TckApplication.faulty(fault).target().speaking(Revision.V2026_07_28);
    return server.send(Operation.CALLER, server.tokens().full());
  }

  @Test
  void deployWhenToolIsStaticThenNobodyIsAnswered() {
    assertAnswersNobody(STATIC);
  }

  @Test
  void deployWhenToolIsOfNoBeanThenNobodyIsAnswered() {
    assertAnswersNobody(NO_BEAN);
  }

  @Test
  void deployWhenToolIsCalledPastItsGuardThenNobodyIsAnswered() {
    assertAnswersNobody(SELF_CALL);
  }

  @Test
  void deployWhenToolHasTwoRequirementsThenNobodyIsAnswered() {
    assertAnswersNobody(TWICE);
  }

  private void assertAnswersNobody(String fault) {
    Deployer here = Objects.requireNonNull(deployer);
    try {
      here.deploy(fault);
    } catch (Exception e) {
      // As it should be. Each adapter has exceptions of its own, and some have none.
    }
    try {
      Reply reply = answer(fault);
      assertThat(reply.isSuccess()).as("%s", reply).isFalse();
      assertThat(reply.result()).as("%s", reply).isEmpty();
    } catch (UncheckedIOException e) {
      assertThat(e).as("a server that is gone").hasRootCauseInstanceOf(ConnectException.class);
    } finally {
      undeploy(here, fault);
    }
  }

  private static void undeploy(Deployer here, String fault) {
    try {
      here.undeploy(fault);
    } catch (Exception e) {
      // It was never there.
    }
  }
}
