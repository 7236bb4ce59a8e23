package org.boucle.app;

/** Entry point of every command. */
public final class Boucle {
    private Boucle() {}

    public static void main(String[] arguments) {
        System.out.println("boucle");
    }
}
