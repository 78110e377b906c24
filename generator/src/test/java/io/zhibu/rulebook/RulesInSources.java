package io.zhibu.rulebook;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The rules that the sources name: what is handed to a parameter, a record's component or a variable that is called {@code rule}. Read from
 * the syntax, so that a rule that is only named behind a helper method or a condition is found too.
 */
final class RulesInSources {
    private static final String RULE = "rule";
    /** What each of these is handed is a rule and nothing else; other names may stand for other methods too. */
    private static final Set<String> TELLING =
            Set.of("error", "warning", "notice", "mendable", "Diagnostic", "YamlFault", "Slip");

    /** Rule to the files that name it, by path below the sources. */
    private final SortedMap<String, Set<String>> named = new TreeMap<>();
    /** Rule to the methods that it was handed to, such as {@code error}. */
    private final Map<String, Set<String>> as = new HashMap<>();
    /** Places that hand on a rule in a way that this can't follow. */
    private final List<String> unclear = new ArrayList<>();
    /** {@code name/number of parameters} to the places of the rule among them. */
    private final Map<String, Set<Integer>> takers = new HashMap<>();

    /** @param sources absolute */
    static RulesInSources read(Path sources) {
        RulesInSources rules = new RulesInSources();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> java = found.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            units.forEach(unit -> rules.new Takers().scan(unit, null));
            units.forEach(unit -> rules.new Givers(sources).scan(unit, unit));
            return rules;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    SortedMap<String, Set<String>> named() {
        return named;
    }

    Map<String, Set<String>> as() {
        return as;
    }

    List<String> unclear() {
        return unclear;
    }

    private static boolean isRule(VariableTree variable) {
        return variable.getName().contentEquals(RULE)
                && variable.getType() != null
                && variable.getType().toString().equals("String");
    }

    private final class Takers extends TreeScanner<Void, Void> {
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getKind() == Tree.Kind.RECORD) {
                List<VariableTree> components = new ArrayList<>();
                for (Tree member : type.getMembers()) {
                    if (member instanceof VariableTree field
                            && !field.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.STATIC)) {
                        components.add(field);
                    }
                }
                take(type.getSimpleName().toString(), components);
            }
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    boolean making = method.getName().contentEquals("<init>");
                    take(
                            making
                                    ? type.getSimpleName().toString()
                                    : method.getName().toString(),
                            method.getParameters());
                }
            }
            return super.visitClass(type, nothing);
        }

        private void take(String name, List<? extends VariableTree> parameters) {
            for (int at = 0; at < parameters.size(); at++) {
                if (isRule(parameters.get(at))) {
                    takers.computeIfAbsent(name + "/" + parameters.size(), any -> new HashSet<>())
                            .add(at);
                }
            }
        }
    }

    private final class Givers extends TreeScanner<Void, CompilationUnitTree> {
        private final Path sources;

        private Givers(Path sources) {
            this.sources = sources;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
            ExpressionTree called = call.getMethodSelect();
            String name = called instanceof MemberSelectTree member
                    ? member.getIdentifier().toString()
                    : called.toString();
            // Of all that is called so, only one takes a rule.
            give(called.toString().equals("Slip.of") ? "Slip" : name, call.getArguments(), unit);
            return super.visitMethodInvocation(call, unit);
        }

        @Override
        public Void visitNewClass(NewClassTree made, CompilationUnitTree unit) {
            String name = made.getIdentifier().toString();
            give(name.substring(name.lastIndexOf('.') + 1), made.getArguments(), unit);
            return super.visitNewClass(made, unit);
        }

        @Override
        public Void visitVariable(VariableTree variable, CompilationUnitTree unit) {
            if (isRule(variable) && variable.getInitializer() != null) {
                name(variable.getInitializer(), unit, "");
            }
            return super.visitVariable(variable, unit);
        }

        private void give(String name, List<? extends ExpressionTree> arguments, CompilationUnitTree unit) {
            Set<Integer> places =
                    name.equals("of") ? Set.of() : takers.getOrDefault(name + "/" + arguments.size(), Set.of());
            // Methods of one name may have the rule in different places.
            long followed = places.stream()
                    .filter(at -> name(arguments.get(at), unit, name))
                    .count();
            if (followed == 0 && TELLING.contains(name)) {
                unclear.add(file(unit) + ": " + name + "(" + arguments + ")");
            }
        }

        /** Whether this may be a rule. */
        private boolean name(ExpressionTree given, CompilationUnitTree unit, String method) {
            if (given instanceof LiteralTree literal
                    && literal.getValue() instanceof String id
                    && id.matches(TELLING.contains(method) ? "[a-z]+(-[a-z]+)*" : "[a-z]+(-[a-z]+)+")) {
                named.computeIfAbsent(id, any -> new HashSet<>()).add(file(unit));
                as.computeIfAbsent(id, any -> new HashSet<>()).add(method);
                return true;
            }
            if (given instanceof ParenthesizedTree inside) {
                return name(inside.getExpression(), unit, method);
            }
            if (given instanceof ConditionalExpressionTree either) {
                return name(either.getTrueExpression(), unit, method) & name(either.getFalseExpression(), unit, method);
            }
            return isHandedOn(given);
        }

        private String file(CompilationUnitTree unit) {
            return sources.relativize(Path.of(unit.getSourceFile().toUri()))
                    .toString()
                    .replace('\\', '/');
        }

        /** A parameter of that name, or what a value of that name holds. */
        private boolean isHandedOn(ExpressionTree given) {
            return given instanceof IdentifierTree one && one.getName().contentEquals(RULE)
                    || given instanceof MethodInvocationTree call
                            && call.getMethodSelect() instanceof MemberSelectTree member
                            && member.getIdentifier().contentEquals(RULE);
        }
    }
}
