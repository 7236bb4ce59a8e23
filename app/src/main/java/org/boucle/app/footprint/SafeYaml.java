package org.boucle.app.footprint;

import java.util.Optional;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML of strangers: no types, no recursion, few aliases, bounded length; JSON is YAML too. */
final class SafeYaml {
    static final int LONGEST = 2_000_000;

    private SafeYaml() {}

    static Object load(Place place, String text) {
        if (text.length() > LONGEST) {
            throw BadInput.of(place, "footprint.long", text.length(), LONGEST);
        }
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit(LONGEST)
                .build();
        try {
            Object root = new Load(settings).loadFromString(text.replace("\t", "  "));
            return root == null ? "" : root;
        } catch (MarkedYamlEngineException malformed) {
            Optional<Mark> mark = malformed.getProblemMark();
            int line = mark.map(m -> m.getLine() + 1).orElse(0);
            throw BadInput.of(place.withRow(line), "footprint.yaml", String.valueOf(malformed.getProblem()));
        } catch (YamlEngineException | StackOverflowError | NumberFormatException | ArithmeticException malformed) {
            throw BadInput.of(place, "footprint.yaml", String.valueOf(malformed.getMessage()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException malformed) {
            throw BadInput.of(place, "footprint.yaml", String.valueOf(malformed.getMessage()));
        }
    }
}
