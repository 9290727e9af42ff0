package io.partikey.all;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CountDownLatch;

/** Loads a jar, and holds up who loads one of its classes until it is let go on. */
final class HeldUpClassLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final String heldUp;
  private final CountDownLatch loading = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  /**
   * A loader of a jar.
   *
   * @param heldUp how the name of the class ends
   */
  HeldUpClassLoader(URL jar, String heldUp) {
    super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    this.heldUp = heldUp;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.endsWith(heldUp)) {
      loading.countDown();
      try {
        goOn.await();
      } catch (InterruptedException interrupted) {
        throw new ClassNotFoundException(name, interrupted);
      }
    }
    return super.loadClass(name, resolve);
  }

  /** Waits until somebody is held up. */
  void awaitLoading() throws InterruptedException {
    loading.await();
  }

  void letGoOn() {
    goOn.countDown();
  }
}
