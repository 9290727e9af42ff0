package io.partikey.benchmarks.compare;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Loads this class path once more, with PartiKey's and RocksDB's classes changed: they tell {@link
 * Counts} when they call a native method of RocksDB, and when they take a lock or a monitor. So
 * that can be counted without a word about it in the product.
 */
final class CountingClassLoader extends URLClassLoader {
  private static final Set<String> TAKING = Set.of("lock", "lockInterruptibly", "tryLock");

  private final Set<String> natives = new HashSet<>();
  private final List<String> loaded = new ArrayList<>();

  CountingClassLoader() throws IOException {
    super(classPath(), ClassLoader.getPlatformClassLoader());
    for (URL url : getURLs()) {
      if (url.getPath().matches(".*/rocksdbjni-[^/]*\\.jar")) {
        findNatives(new File(url.getPath()));
      }
    }
    if (natives.isEmpty()) {
      throw new IllegalStateException("RocksDB is not on the class path");
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String each :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
      urls.add(Path.of(each).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private void findNatives(File jar) throws IOException {
    try (JarFile classes = new JarFile(jar)) {
      for (var entries = classes.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = classes.getInputStream(entry)) {
            findNatives(new ClassReader(in.readAllBytes()));
          }
        }
      }
    }
  }

  private void findNatives(ClassReader reader) {
    ClassVisitor collector =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String type,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            if ((access & Opcodes.ACC_NATIVE) != 0) {
              natives.add(reader.getClassName() + '.' + name + type);
            }
            return null;
          }
        };
    reader.accept(collector, ClassReader.SKIP_CODE);
  }

  /** How many classes of a package, and those below it, were loaded. */
  synchronized long loaded(String packageName) {
    return loaded.stream().filter(name -> name.startsWith(packageName + '.')).count();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.equals(Counts.class.getName()) ? Counts.class : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    synchronized (this) {
      loaded.add(name);
    }
    if (!name.startsWith("io.partikey.") && !name.startsWith("org.rocksdb.")) {
      return super.findClass(name);
    }
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassReader reader = new ClassReader(in.readAllBytes());
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new Telling(writer), 0);
      byte[] changed = writer.toByteArray();
      return defineClass(name, changed, 0, changed.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  /** Adds the calls, which need nothing on the stack. */
  private final class Telling extends ClassVisitor {
    Telling(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String type,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitCode() {
          super.visitCode();
          if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            tell("lock");
          }
        }

        @Override
        public void visitInsn(int opcode) {
          if (opcode == Opcodes.MONITORENTER) {
            tell("lock");
          }
          super.visitInsn(opcode);
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean ofInterface) {
          if (natives.contains(owner + '.' + called + type)) {
            tell("nativeCall");
            if (called.equals("getSnapshot")) {
              tell("snapshot");
            }
          }
          if (owner.startsWith("java/util/concurrent/locks/") && TAKING.contains(called)) {
            tell("lock");
          }
          super.visitMethodInsn(opcode, owner, called, type, ofInterface);
        }

        private void tell(String what) {
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, Counts.class.getName().replace('.', '/'), what, "()V", false);
        }
      };
    }
  }
}
