// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which methods of a class call which methods of the same class (Java Virtual Machine Specification
 * §4). Read here, because the platform has no reader before Java 24 and a library for it would be
 * larger than this one. Used once.
 */
final class ClassFile {

  private static final int MAGIC = 0xCAFEBABE;

  /**
   * A call.
   *
   * @param caller the name and descriptor of the method that calls
   * @param callee the name and descriptor of the method that is called
   */
  record Call(String caller, String callee) {}

  private final Object[] constants;
  private final Set<Call> calls = new LinkedHashSet<>();

  private ClassFile(Object[] constants) {
    this.constants = constants;
  }

  /** A constant that names two others. */
  private record Pair(int first, int second) {}

  /** A method constant. */
  private record MethodRef(Pair pair) {}

  /** The calls within a class; empty if its class file cannot be had or read. */
  static Set<Call> calls(Class<?> type) {
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in == null ? Set.of() : read(new DataInputStream(in));
    } catch (IOException | RuntimeException e) {
      return Set.of(); // generated, or of a format that is not known yet: nothing can be told
    }
  }

  private static Set<Call> read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      return Set.of();
    }
    in.skipNBytes(4); // the version
    ClassFile file = new ClassFile(readConstants(in));
    in.skipNBytes(2); // access flags
    int self = in.readUnsignedShort();
    in.skipNBytes(2); // the superclass
    in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
    for (int fields = in.readUnsignedShort(); fields > 0; fields--) {
      file.readMember(in, self);
    }
    for (int methods = in.readUnsignedShort(); methods > 0; methods--) {
      file.readMember(in, self);
    }
    return file.calls;
  }

  /** §4.4: what has no use here is skipped. */
  private static Object[] readConstants(DataInputStream in) throws IOException {
    Object[] constants = new Object[in.readUnsignedShort()];
    for (int i = 1; i < constants.length; i++) {
      int tag = in.readUnsignedByte();
      constants[i] = "";
      switch (tag) {
        case 1 -> constants[i] = in.readUTF();
        case 3, 4, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // these take two places
        }
        case 7 -> constants[i] = new Pair(in.readUnsignedShort(), 0);
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 9, 11 -> in.skipNBytes(4);
        case 10 ->
            constants[i] = new MethodRef(new Pair(in.readUnsignedShort(), in.readUnsignedShort()));
        case 12 -> constants[i] = new Pair(in.readUnsignedShort(), in.readUnsignedShort());
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("a constant of an unknown kind");
      }
    }
    return constants;
  }

  private void readMember(DataInputStream in, int self) throws IOException {
    in.skipNBytes(2); // access flags
    String member = text(in.readUnsignedShort()) + text(in.readUnsignedShort());
    for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
      String name = text(in.readUnsignedShort());
      byte[] content = in.readNBytes(in.readInt());
      if (name.equals("Code")) {
        ByteBuffer code = ByteBuffer.wrap(content);
        code.position(4); // stack and locals
        int length = code.getInt();
        new Instructions(code.slice(code.position(), length))
            .invocations()
            .forEach(index -> calleeOf(index, self).ifPresent(c -> calls.add(new Call(member, c))));
      }
    }
  }

  /** The name and descriptor of a method, if it is called on this class. */
  private Optional<String> calleeOf(int index, int self) {
    return constants[index] instanceof MethodRef method
            && text(((Pair) constants[method.pair().first()]).first())
                .equals(text(((Pair) constants[self]).first()))
            && constants[method.pair().second()] instanceof Pair nameAndType
        ? Optional.of(text(nameAndType.first()) + text(nameAndType.second()))
        : Optional.empty();
  }

  private String text(int index) {
    return (String) constants[index];
  }
}
