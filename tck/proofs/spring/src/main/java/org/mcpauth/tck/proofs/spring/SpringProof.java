// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.proofs.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A server that the TCK is proven with. */
@SpringBootApplication
public class SpringProof {

  public static void main(String[] args) {
    SpringApplication.run(SpringProof.class, args);
  }
}
