package app.candor.comms;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Lets the process end, as far as the calling thread is concerned, before the write of a chosen
 * number reaches the database: that write and all later ones do not happen.
 */
final class BrokenWrites implements BeanPostProcessor {
    private static final Set<String> WRITES =
            Set.of("insert", "update", "replace", "delete", "findOneAnd", "bulkWrite");
    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);
    private static volatile @Nullable Thread dying;

    /** 0 is the next write of this thread. */
    static void before(int number) {
        dying = Thread.currentThread();
        LEFT.set(number);
    }

    /** Whether the process ended since; the thread lives again. */
    static boolean happened() {
        dying = null;
        return LEFT.getAndSet(Integer.MAX_VALUE) < 0;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof MongoDatabaseFactory ? watched(bean) : bean;
    }

    private static Object watched(Object real) {
        return Proxy.newProxyInstance(
                BrokenWrites.class.getClassLoader(),
                org.springframework.util.ClassUtils.getAllInterfaces(real),
                (proxy, method, arguments) -> call(real, method, arguments));
    }

    private static @Nullable Object call(
            Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (real instanceof MongoCollection
                && Thread.currentThread() == dying
                && WRITES.stream().anyMatch(method.getName()::startsWith)
                && LEFT.getAndDecrement() <= 0) {
            throw new Crashes.Killed();
        }
        try {
            var result = method.invoke(real, arguments);
            return result instanceof MongoCollection || result instanceof MongoDatabase
                    ? watched(result)
                    : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
