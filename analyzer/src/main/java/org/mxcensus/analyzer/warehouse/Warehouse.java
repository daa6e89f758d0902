package org.mxcensus.analyzer.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// One DuckDB connection: it reads the dataset's files through views and answers questions. For one thread.
public final class Warehouse implements AutoCloseable {
    private static final Duration ENDLESS = Duration.ZERO;

    private final Connection connection;
    private final Optional<Path> spill;
    private final Duration time;

    /// What was done, each once; as a rule what is done again is done anew.
    private final SequencedSet<Recipe.Step> done = new LinkedHashSet<>();

    /// What names of files begin with, and a recipe leaves out; empty where there is none.
    private final String folder;

    private Warehouse(Connection connection, Optional<Path> spill, Duration time, String folder) {
        this.connection = connection;
        this.spill = spill;
        this.time = time;
        this.folder = folder;
    }

    /// A database that lives in memory and spills to a directory of its own in the store.
    public static Warehouse inMemory(Store store, Limits limits) {
        Warehouse warehouse =
                open("jdbc:duckdb:", Optional.of(store.scratch("duckdb")), limits, false, store.folder() + "/");
        warehouse.execute(Question.of(Warehouse.class, "remember_footers"));
        return warehouse;
    }

    /// The same, which from the beginning opens files of the store alone.
    public static Warehouse confined(Store store, Limits limits) {
        Warehouse warehouse = inMemory(store, limits);
        warehouse.execute(Question.named(Warehouse.class, "confine")
                .piece("folder", Question.quoted(store.folder().toString()))
                .build());
        return warehouse;
    }

    /// A database in a new file.
    public static Warehouse create(Path file, Store store, Limits limits) {
        return open("jdbc:duckdb:" + file, Optional.of(store.scratch("duckdb")), limits, false, "");
    }

    /// An existing database, for reading only. It opens no other file.
    public static Warehouse read(Path file, Limits limits) {
        return open("jdbc:duckdb:" + file, Optional.empty(), limits, true, "");
    }

    private static Warehouse open(String url, Optional<Path> spill, Limits limits, boolean readOnly, String folder) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", limits.memory());
        settings.setProperty("threads", Integer.toString(limits.threads()));
        // Nothing is fetched from anywhere while a census is evaluated.
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        spill.ifPresent(place -> settings.setProperty("temp_directory", place.toString()));
        if (readOnly) {
            settings.setProperty("duckdb.read_only", "true");
            settings.setProperty("enable_external_access", "false");
            settings.setProperty("lock_configuration", "true");
        }
        try {
            return new Warehouse(DriverManager.getConnection(url, settings), spill, ENDLESS, folder);
        } catch (SQLException e) {
            throw SqlFailure.of(e, url);
        }
    }

    /// Another connection to the same database, for another thread. Close it too.
    ///
    /// @param most that a question may take, in whole seconds
    Warehouse duplicate(Duration most) {
        try {
            return new Warehouse(connection.unwrap(DuckDBConnection.class).duplicate(), Optional.empty(), most, folder);
        } catch (SQLException e) {
            throw SqlFailure.of(e, "duplicate");
        }
    }

    /// Makes a view over files; at least one.
    public void view(String name, List<Path> files) {
        view(name, "*", files);
    }

    private void view(String name, String columns, List<Path> files) {
        run(Question.named(Warehouse.class, "view")
                .piece("name", name)
                .piece("columns", columns)
                .piece("relation", files(files))
                .build());
    }

    /// Makes a view over a table's files in one or more crawls, with the crawl's date as column `crawl`.
    public void view(String table, Store store, List<Manifest> manifests) {
        view(table, table, store, manifests);
    }

    /// The same under another name.
    public void view(String name, String table, Store store, List<Manifest> manifests) {
        List<Path> files = manifests.stream()
                .flatMap(manifest -> manifest.paths(table).stream())
                .map(store::local)
                .toList();
        if (files.isEmpty()) {
            throw new UserError(
                    "The manifests in %s list no file of table %s; run `mxcensus judge`, then `mxcensus stats`."
                            .formatted(store, table));
        }
        view(name, files);
        if (LaterColumns.are(table)) {
            view(name, LaterColumns.with(columns(name)), files);
        }
    }

    /// The names of a relation's columns, and of the fields of those that have some, such as `dane_hosts.reached`.
    /// Those of a view over several files that at least one of them has: tables of earlier versions lack some.
    public Set<String> columns(String relation) {
        return ask(
                        Question.named(Warehouse.class, "columns")
                                .piece("relation", relation)
                                .build(),
                        row -> Fields.of(row.getString("column_name"), row.getString("column_type"))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Files as a relation in SQL, for a question that needs no view.
    /// Older files may lack columns that newer ones have.
    public static String files(List<Path> files) {
        return "read_parquet([" + list(files) + "], hive_partitioning = true, union_by_name = true)";
    }

    /// The names of files as the elements of a list in SQL.
    public static String list(List<Path> files) {
        return files.stream().map(file -> Question.quoted(file.toString())).collect(Collectors.joining(", "));
    }

    /// Does what the question says and gives nothing back.
    public void run(Question question) {
        run(question, Recipe.Step.of(question));
    }

    /// The same, told otherwise to those who want to do it again.
    ///
    /// @param told what comes to the same
    public void run(Question question, Recipe.Step told) {
        execute(question);
        Recipe.Step step = new Recipe.Step(inDataset(told.sql()), inDataset(told.nameless()));
        done.remove(step);
        done.addLast(step);
    }

    /// All that was done here up to now, for a question that rests on it.
    public Recipe recipe() {
        return new Recipe(List.copyOf(done));
    }

    private String inDataset(String sql) {
        return folder.isEmpty() ? sql : sql.replace("'" + folder.replace("'", "''"), "'");
    }

    private void execute(Question question) {
        try {
            if (question.values().isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    Deadline.ask(statement, () -> statement.execute(question.sql()));
                }
            } else {
                try (PreparedStatement statement = prepare(question)) {
                    Deadline.ask(statement, statement::execute);
                }
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, question.sql());
        }
    }

    /// The rows of the answer.
    public <T> List<T> ask(Question question, RowReader<T> reader) {
        try (PreparedStatement statement = prepare(question);
                ResultSet rows = Deadline.ask(statement, statement::executeQuery)) {
            List<T> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(reader.read(rows));
            }
            return answer;
        } catch (SQLException e) {
            throw SqlFailure.of(e, question.sql());
        }
    }

    private PreparedStatement prepare(Question question) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(question.sql());
        statement.setQueryTimeout((int) time.toSeconds());
        for (int i = 0; i < question.values().size(); i++) {
            statement.setObject(i + 1, question.values().get(i));
        }
        return statement;
    }

    /// Reads the current row.
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlFailure.of(e, "close");
        }
        spill.filter(Files::exists).ifPresent(Warehouse::remove);
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
