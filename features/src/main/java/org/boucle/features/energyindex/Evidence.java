package org.boucle.features.energyindex;

import java.util.regex.Pattern;

/** A file that backs a decision: its name, the SHA-256 of its content in hexadecimal and its size in bytes. */
public record Evidence(String name, String sha256, long bytes) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Evidence {
        Checks.named(name, "name of an evidence file");
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "Evidence " + name + " has no SHA-256 but \"" + sha256 + "\". Maybe its case or length is wrong?");
        }
        Checks.nonNegative(bytes, "size of evidence " + name);
    }
}
