package org.boucle.app.digitalservice;

import java.util.function.Supplier;

/** Makes a value when it is first asked for: the tables of the engine are read by the first visitor, not at the start. */
final class Once<T> implements Supplier<T> {
    private Supplier<T> maker;
    private T value;
    private boolean made;

    private Once(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Supplier<T> of(Supplier<T> maker) {
        return new Once<>(maker);
    }

    @Override
    public synchronized T get() {
        if (!made) {
            value = maker.get();
            maker = () -> value;
            made = true;
        }
        return value;
    }
}
