import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prints the calls of a Keycloak server's Admin REST API, a line each: method, path template,
 * consumed media types and the Java method behind it, parted by tabs. Sub-resources whose class can't be told from
 * the code are printed as "UNTYPED", so that a hand list can name them.
 *
 * Run with the server's own JARs as class path:
 *   java -cp 'lib/lib/main/*:lib/lib/boot/*' ListEndpoints.java ROOT_PATH=CLASS ... CLASS.method=CLASS,CLASS ...
 *
 * Arguments that begin with a slash are roots; the others name the class, or "path:CLASS" for a
 * path parameter with a fixed value, of an untyped sub-resource. Read from the annotations of
 * Jakarta RESTful Web Services: https://jakarta.ee/specifications/restful-ws/3.1/
 */
public final class ListEndpoints {
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final int DEEPEST = 12;

    private final Map<String, List<String>> untyped = new HashMap<>();
    private final Set<String> lines = new TreeSet<>();

    public static void main(String[] arguments) throws ClassNotFoundException {
        ListEndpoints list = new ListEndpoints();
        List<String[]> roots = new ArrayList<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (argument.startsWith("/")) {
                roots.add(parts);
            } else {
                list.untyped.put(parts[0], List.of(parts[1].split(",")));
            }
        }
        for (String[] root : roots) {
            list.walk(root[0], load(root[1]), List.of());
        }
        list.lines.forEach(System.out::println);
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, ListEndpoints.class.getClassLoader());
    }

    private void walk(String path, Class<?> resource, List<Class<?>> above) throws ClassNotFoundException {
        if (above.contains(resource) || above.size() > DEEPEST) {
            return;
        }
        List<Class<?>> here = new ArrayList<>(above);
        here.add(resource);
        Method[] methods = resource.getMethods();
        java.util.Arrays.sort(methods, Comparator.comparing(Method::toString));
        for (Method method : methods) {
            if (method.isBridge()) {
                continue;
            }
            Method annotated = annotated(method, resource);
            if (annotated == null) {
                continue;
            }
            String below = join(path, valueOf(annotated, "jakarta.ws.rs.Path"));
            String verb = verbOf(annotated);
            if (verb != null) {
                lines.add(String.join("\t", verb, below, String.join(",", consumes(annotated, resource)),
                        resource.getSimpleName() + "." + method.getName()));
            } else {
                descend(path, below, method, here);
            }
        }
    }

    private void descend(String path, String below, Method method, List<Class<?>> here) throws ClassNotFoundException {
        String key = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        List<String> named = untyped.get(key);
        if (named != null) {
            for (String name : named) {
                int colon = name.indexOf(':');
                if (colon < 0) {
                    walkIfThere(below, name, here);
                } else {
                    walkIfThere(join(path, name.substring(0, colon)), name.substring(colon + 1), here);
                }
            }
            return;
        }
        Class<?> type = classOf(method.getGenericReturnType(), method.getReturnType());
        if (type == Object.class || !hasEndpoints(type)) {
            lines.add(String.join("\t", "UNTYPED", below, "", key));
            return;
        }
        walk(below, type, here);
    }

    /** An older server may not have it yet. */
    private void walkIfThere(String path, String name, List<Class<?>> here) throws ClassNotFoundException {
        Class<?> type;
        try {
            type = load(name);
        } catch (ClassNotFoundException absent) {
            return;
        }
        walk(path, type, here);
    }

    private static boolean hasEndpoints(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (annotated(method, type) != null) {
                return true;
            }
        }
        return false;
    }

    private static Class<?> classOf(Type generic, Class<?> raw) {
        if (generic instanceof ParameterizedType parameterized && raw == Class.class
                && parameterized.getActualTypeArguments()[0] instanceof Class<?> argument) {
            return argument;
        }
        return raw;
    }

    /** The method itself or the one it overrides, whichever carries the annotations. */
    private static Method annotated(Method method, Class<?> resource) {
        if (verbOf(method) != null || valueOf(method, "jakarta.ws.rs.Path") != null) {
            return method;
        }
        List<Class<?>> parents = new ArrayList<>(List.of(resource.getInterfaces()));
        if (resource.getSuperclass() != null) {
            parents.add(resource.getSuperclass());
        }
        for (Class<?> parent : parents) {
            try {
                Method found = annotated(parent.getMethod(method.getName(), method.getParameterTypes()), parent);
                if (found != null) {
                    return found;
                }
            } catch (NoSuchMethodException absent) {
                // Not of this parent.
            }
        }
        return null;
    }

    private static String verbOf(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            String name = annotation.annotationType().getSimpleName();
            if (annotation.annotationType().getName().startsWith("jakarta.ws.rs.") && VERBS.contains(name)) {
                return name;
            }
        }
        return null;
    }

    private static String valueOf(java.lang.reflect.AnnotatedElement element, String annotationName) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getName().equals(annotationName)) {
                return (String) read(annotation);
            }
        }
        return null;
    }

    private static List<String> consumes(Method method, Class<?> resource) {
        for (java.lang.reflect.AnnotatedElement element : List.of(method, resource)) {
            for (Annotation annotation : element.getAnnotations()) {
                if (annotation.annotationType().getName().equals("jakarta.ws.rs.Consumes")) {
                    return List.of((String[]) read(annotation));
                }
            }
        }
        return List.of();
    }

    private static Object read(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String join(String path, String below) {
        if (below == null || below.isEmpty() || below.equals("/")) {
            return path;
        }
        String plain = below.replaceAll("\\{\\s*([^:}\\s]+)\\s*:[^}]*\\}", "{$1}").replaceAll("^/|/$", "");
        return path.endsWith("/") ? path + plain : path + "/" + plain;
    }
}
