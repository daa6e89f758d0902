package org.mxcensus.datasets.release;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The comments on the records and enums of a folder of sources, without links.
final class Comments {
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, String> members = new HashMap<>();

    /// @param folders with sources
    static Comments of(Path... folders) throws IOException {
        Comments comments = new Comments();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        for (Path folder : folders) {
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                    Stream<Path> sources = Files.list(folder)) {
                List<Path> java = sources.filter(file -> file.toString().endsWith(".java"))
                        .toList();
                JavacTask task = (JavacTask)
                        compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
                DocTrees docs = DocTrees.instance(task);
                for (CompilationUnitTree unit : task.parse()) {
                    comments.read(unit, docs);
                }
            }
        }
        return comments;
    }

    private void read(CompilationUnitTree unit, DocTrees docs) {
        new TreePathScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String around) {
                String name = around.isEmpty() ? type.getSimpleName().toString() : around + "." + type.getSimpleName();
                comment(docs, getCurrentPath()).ifPresent(text -> take(name, text));
                for (Tree member : type.getMembers()) {
                    if (member instanceof VariableTree constant && type.getKind() == Tree.Kind.ENUM) {
                        comment(docs, new TreePath(getCurrentPath(), member))
                                .ifPresent(text -> members.put(name + "#" + constant.getName(), plain(text)));
                    }
                }
                return super.visitClass(type, name);
            }
        }.scan(new TreePath(unit), "");
    }

    private static Optional<String> comment(DocTrees docs, TreePath path) {
        return Optional.ofNullable(docs.getDocComment(path));
    }

    private void take(String type, String text) {
        String[] parts = text.split("(?m)^\\s*@param ");
        heads.put(type, plain(parts[0].split("\n\\s*\n")[0]));
        for (int i = 1; i < parts.length; i++) {
            String[] param = parts[i].split("\\s", 2);
            members.put(type + "#" + param[0], plain(param[1]));
        }
    }

    /// In one line, without the brackets of links.
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("\\[#?(?:[\\w.]*\\.)?(\\w+)(?:\\([^)]*\\))?]", "$1")
                .strip();
    }

    /// What a type is.
    Optional<String> head(Class<?> type) {
        return Optional.ofNullable(heads.get(name(type)));
    }

    /// What a component of a record or a constant of an enum is.
    Optional<String> member(Class<?> type, String name) {
        return Optional.ofNullable(members.get(name(type) + "#" + name));
    }

    private static String name(Class<?> type) {
        return type.getDeclaringClass() == null
                ? type.getSimpleName()
                : name(type.getDeclaringClass()) + "." + type.getSimpleName();
    }
}
