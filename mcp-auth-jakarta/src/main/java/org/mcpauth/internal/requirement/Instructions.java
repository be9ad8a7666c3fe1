// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The instructions of one method (Java Virtual Machine Specification §6.5).
 *
 * @param code the instructions
 */
record Instructions(ByteBuffer code) {

  private static final int TABLESWITCH = 170;
  private static final int LOOKUPSWITCH = 171;
  private static final int INVOKEVIRTUAL = 182;
  private static final int INVOKESPECIAL = 183;
  private static final int WIDE = 196;
  private static final int IINC = 132;

  /** The constants of the methods that are invoked on an object. */
  List<Integer> invocations() {
    List<Integer> found = new ArrayList<>();
    for (int at = 0; at < code.limit(); at += length(at)) {
      int opcode = opcode(at);
      if (opcode == INVOKEVIRTUAL || opcode == INVOKESPECIAL) {
        found.add((int) code.getChar(at + 1));
      }
    }
    return found;
  }

  private int opcode(int at) {
    return Byte.toUnsignedInt(code.get(at));
  }

  private int length(int at) {
    int operands = (at + 4) & ~3; // of a switch: aligned to four bytes
    return switch (opcode(at)) {
      case TABLESWITCH ->
          operands + 12 + 4 * (code.getInt(operands + 8) - code.getInt(operands + 4) + 1) - at;
      case LOOKUPSWITCH -> operands + 8 + 8 * code.getInt(operands + 4) - at;
      case WIDE -> opcode(at + 1) == IINC ? 6 : 4;
      default -> fixedLength(opcode(at));
    };
  }

  private static int fixedLength(int opcode) {
    if (opcode == 185 || opcode == 186 || opcode == 200 || opcode == 201) {
      return 5; // invokeinterface, invokedynamic, goto_w, jsr_w
    }
    if (opcode == 197) {
      return 4; // multianewarray
    }
    boolean three =
        opcode == 17
            || opcode == 19
            || opcode == 20
            || opcode == IINC
            || (opcode >= 153 && opcode <= 168)
            || (opcode >= 178 && opcode <= 184)
            || opcode == 187
            || opcode == 189
            || opcode == 192
            || opcode == 193
            || opcode == 198
            || opcode == 199;
    boolean two =
        opcode == 16
            || opcode == 18
            || (opcode >= 21 && opcode <= 25)
            || (opcode >= 54 && opcode <= 58)
            || opcode == 169
            || opcode == 188;
    return three ? 3 : two ? 2 : 1;
  }
}
