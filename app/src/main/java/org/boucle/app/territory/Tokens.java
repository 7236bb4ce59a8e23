package org.boucle.app.territory;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random names that tell nothing of what they stand for. */
final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String fresh() {
        byte[] bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
