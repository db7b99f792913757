package org.mifeng.matcher;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Lets a thread that nobody waits for stand back behind those that answer. {@link Thread#setPriority} does nothing on
 * Linux, so this raises the thread's nice value (setpriority(2)); on other systems it has no effect.
 */
public final class LowPriority {
    private static final int PRIO_PROCESS = 0;
    private static final int THIS_THREAD = 0;
    /** A tenth of a core at least, however busy the machine is: enough not to fall behind for good. */
    private static final int NICE = 10;

    private static final @Nullable MethodHandle SET_PRIORITY = setPriority();

    private LowPriority() {}

    @SuppressWarnings("restricted") // the service is started with native access
    private static @Nullable MethodHandle setPriority() {
        // elsewhere it would be the whole process that stands back
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return null;
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(address -> linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT)))
                .orElse(null);
    }

    /** For the calling thread and all that it begins from now on; there is no way back. */
    public static void take() {
        if (SET_PRIORITY == null || Thread.currentThread().isVirtual()) {
            return;
        }
        try {
            int ignored =
                    (int) SET_PRIORITY.invokeExact(PRIO_PROCESS, THIS_THREAD, NICE); // refused is no worse than before
        } catch (Throwable e) {
            throw new IllegalStateException("setpriority could not be called", e);
        }
    }
}
