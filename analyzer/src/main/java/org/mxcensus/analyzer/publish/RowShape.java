package org.mxcensus.analyzer.publish;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The cells of rows of one kind, whatever kind it is.
///
/// @param type of the row
/// @param components its columns
/// @param constructor makes a row of cells
record RowShape<R extends Record>(Class<R> type, List<RecordComponent> components, Constructor<R> constructor) {
    private static final ClassValue<RowShape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected RowShape<?> computeValue(Class<?> type) {
            return found(type.asSubclass(Record.class));
        }
    };

    @SuppressWarnings("unchecked")
    static <R extends Record> RowShape<R> of(R row) {
        return (RowShape<R>) SHAPES.get(row.getClass());
    }

    private static <R extends Record> RowShape<R> found(Class<R> type) {
        List<RecordComponent> components = List.of(type.getRecordComponents());
        try {
            return new RowShape<>(
                    type,
                    components,
                    type.getDeclaredConstructor(
                            components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new)));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
    }

    /// The cells in the order of the columns.
    Stream<@Nullable Object> cells(R row) {
        return components.stream().map(component -> cell(component, row));
    }

    /// The address that the row is about, in column `ip`; empty where it has no such column.
    Optional<String> address(R row) {
        return components.stream()
                .filter(component -> component.getName().equals("ip"))
                .findFirst()
                .map(component -> (String) cell(component, row));
    }

    R row(List<? extends @Nullable Object> cells) {
        try {
            return constructor.newInstance(cells.toArray());
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("rows can be made", e);
        }
    }

    private static <R extends Record> @Nullable Object cell(RecordComponent component, R row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("columns of rows can be read", e);
        }
    }
}
