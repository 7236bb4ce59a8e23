package org.boucle.features.itfootprint;

import java.util.List;
import java.util.Optional;

/**
 * A value that is completed when it is first read: from the user, else from other data, else from the archetype; it
 * remembers which, and its bounds. One assessment owns it; nothing of it leaves the package but its view.
 */
final class Attribute<T> {
    private static final Runnable NO_COMPLETION = () -> {};

    private final Field field;
    private final String name;
    private String unit;
    private final T fallback;
    private Status fallbackStatus = Status.ARCHETYPE;
    private Runnable completion = NO_COMPLETION;
    private T value;
    private T min;
    private T max;
    private Status status = Status.NONE;
    private String source = "";
    private String warning = "";

    private Attribute(Field field, String name, String unit, T fallback, T min, T max) {
        this.field = field;
        this.name = name;
        this.unit = unit;
        this.fallback = fallback;
        this.min = min;
        this.max = max;
    }

    /** An attribute without default. */
    static <T> Attribute<T> unset(Field field) {
        return new Attribute<>(field, field.key(), field.unit(), null, null, null);
    }

    /** An attribute with a default and perhaps bounds, {@code null} where a bound is not known. */
    static <T> Attribute<T> of(Field field, T fallback, T min, T max) {
        return new Attribute<>(field, field.key(), field.unit(), fallback, min, max);
    }

    /** A derived figure that is no field, such as an electricity factor. */
    static <T> Attribute<T> derived(String name, String unit) {
        return new Attribute<>(null, name, unit, null, null, null);
    }

    Attribute<T> completedBy(Runnable completion) {
        this.completion = completion;
        return this;
    }

    Attribute<T> fallingBackAs(Status status) {
        this.fallbackStatus = status;
        return this;
    }

    Attribute<T> inUnit(String unit) {
        this.unit = unit;
        return this;
    }

    /** The value, or {@code null} where neither completion nor archetype knows it. */
    T get() {
        if (value == null) {
            completion.run();
            if (value == null && fallback != null) {
                value = fallback;
                status = fallbackStatus;
            }
        }
        return value;
    }

    /** The value as it stands, without completion. */
    Optional<T> raw() {
        return Optional.ofNullable(value);
    }

    /** The lower bound; where none is known, the value as it stands now, which is kept. */
    T min() {
        if (min == null) {
            min = value;
        }
        return min;
    }

    T max() {
        if (max == null) {
            max = value;
        }
        return max;
    }

    void input(T given) {
        value = given;
        min = given;
        max = given;
        status = Status.INPUT;
    }

    /** Completes the value; bounds that stand are kept. */
    void complete(T found, String from) {
        value = found;
        status = Status.COMPLETED;
        source = from;
    }

    void complete(T found, T least, T most, String from) {
        complete(found, from);
        min = least;
        max = most;
    }

    /** Sets a default that leaves the bounds alone. */
    void assume(T found, String from) {
        value = found;
        status = Status.DEFAULT;
        source = from;
    }

    void change(T found, String why) {
        value = found;
        status = Status.CHANGED;
        warning = why;
    }

    void bounds(T least, T most) {
        min = least;
        max = most;
    }

    /** Something is known, be it by default. */
    boolean hasValue() {
        return value != null || fallback != null;
    }

    boolean isSet() {
        return status != Status.NONE;
    }

    Status status() {
        return status;
    }

    String name() {
        return name;
    }

    Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    /** Adds what the outside may see of those that are set. */
    static void show(Iterable<? extends Attribute<?>> attributes, List<AttributeView> views) {
        for (Attribute<?> attribute : attributes) {
            if (attribute.isSet()) {
                views.add(attribute.view());
            }
        }
    }

    /** What the outside may see of it. */
    AttributeView view() {
        boolean bounded = status == Status.DEFAULT || status == Status.COMPLETED || status == Status.ARCHETYPE;
        return new AttributeView(
                name,
                Optional.ofNullable((Object) value),
                status,
                unit,
                source,
                bounded ? Optional.ofNullable((Object) min) : Optional.empty(),
                bounded ? Optional.ofNullable((Object) max) : Optional.empty(),
                warning);
    }
}
