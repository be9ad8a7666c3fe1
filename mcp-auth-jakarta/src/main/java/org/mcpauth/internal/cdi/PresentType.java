// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

/** Tells which of the APIs that not every server has are there. */
public final class PresentType {

  private PresentType() {}

  /**
   * Looks for a type. Whatever uses it has to be in a class of its own, which is only touched if
   * this says so, and no signature of a bean may name it.
   *
   * @param name the name of a class or interface
   * @return true if this library can use it
   */
  public static boolean isThere(String name) {
    try {
      Class.forName(name, false, PresentType.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
