package org.boucle.app.energyindex;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;
import org.boucle.features.energyindex.NoteExamples;

/** The workbook to fill in: a sheet of help, then the sheets with the note's example 1. */
final class AgreementTemplate {
    private static final int HELP_LINES = 14;

    private AgreementTemplate() {}

    static void write(Language language, Messages messages, OutputStream out) {
        List<String> help = IntStream.rangeClosed(1, HELP_LINES)
                .mapToObj(i -> messages.get(language, "energyindex.template.%02d".formatted(i)))
                .toList();
        AgreementFiles.workbook(SheetRows.of(NoteExamples.example1(), language), Optional.of(help), out);
    }
}
