package org.boucle.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyTextExistsInBothLanguages() {
        Messages messages = Wiring.messages();
        assertThat(messages.keys(Language.FR)).isEqualTo(messages.keys(Language.EN));
    }
}
