// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mcpauth.RequiresScope;

/** Calls that no interceptor sees. */
class SelfInvocationsTest {

  private static final String HERE = "org.mcpauth.internal.requirement.SelfInvocationsTest$";

  private static String fault(String caller, String callee) {
    return "MCPAUTH-5017: "
        + HERE
        + caller
        + " calls the guarded method "
        + callee
        + " of its own object, past the interceptor, so that what it requires would not be asked"
        + " for: require it of the caller too, inject the bean into itself, or move what both do to"
        + " a method that is not guarded";
  }

  /** Bytecode of all lengths is before the calls. */
  @SuppressWarnings({"StringSplitter", "UnusedVariable"})
  static class Notes {
    @RequiresScope("write")
    public int add(long a, String text) {
      return text.length() + (int) a;
    }

    @RequiresScope("read")
    public int importAll(int n, String[] lines, Object o) {
      int sum = 0;
      switch (n) {
        case 1, 2, 3 -> sum += 1000;
        case 4 -> sum -= 100_000;
        default -> sum = -1;
      }
      switch (n) {
        case 1 -> sum++;
        case 1_000_000 -> sum--;
        default -> {}
      }
      long[][] grid = new long[2][3];
      for (String line : lines) {
        Supplier<String> lazy = () -> line + n;
        sum += o instanceof Integer i ? i : lazy.get().length();
      }
      return sum + add(1L << 40, "x" + grid.length + 1.5f + 2.5d);
    }

    public void open() {}

    @RequiresScope("read")
    public void list() {
      open();
    }
  }

  @Test
  void faultsWhenGuardedMethodIsCalledOnThisThenNamesBoth() {
    assertThat(SelfInvocations.faults(Notes.class))
        .containsExactly(fault("Notes.importAll", "add"));
  }

  static class Recursive {
    @RequiresScope("write")
    public int add(int n) {
      return n == 0 ? 0 : add(n - 1);
    }

    @RequiresScope("write")
    public int twice(int n) {
      return add(n) + add(n);
    }
  }

  /** What the caller had to have, the called method need not ask for again. */
  @Test
  void faultsWhenCallerRequiresTheSameThenNone() {
    assertThat(SelfInvocations.faults(Recursive.class)).isEmpty();
  }

  static class InLambda {
    @RequiresScope("write")
    public String add() {
      return "";
    }

    public Supplier<String> later() {
      return () -> add();
    }
  }

  @Test
  void faultsWhenCalledInLambdaThenNamed() {
    assertThat(SelfInvocations.faults(InLambda.class))
        .containsExactly(fault("InLambda.lambda$later$0", "add"));
  }

  static class Injected {
    @Inject Injected self;

    @RequiresScope("write")
    public void add() {}

    public void all() {
      self.add();
    }
  }

  static class InjectedLazily {
    private final Instance<InjectedLazily> self;

    @Inject
    InjectedLazily(Instance<InjectedLazily> self) {
      this.self = self;
    }

    @RequiresScope("write")
    public void add() {}

    public void all() {
      self.get().add();
    }
  }

  /** Through the container the interceptor sees it. */
  @Test
  void faultsWhenBeanIsInjectedIntoItselfThenNone() {
    assertThat(SelfInvocations.faults(Injected.class)).isEmpty();
    assertThat(SelfInvocations.faults(InjectedLazily.class)).isEmpty();
  }

  static class Delegating {
    private final Notes notes = new Notes();

    @RequiresScope("read")
    public int add() {
      return notes.add(1, "");
    }
  }

  /** Another class is another matter. */
  @Test
  void faultsWhenMethodOfAnotherClassIsCalledThenNone() {
    assertThat(SelfInvocations.faults(Delegating.class)).isEmpty();
  }
}
