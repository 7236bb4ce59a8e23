package org.boucle.app.energytwin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.boucle.app.testing.TestServer;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.prediction.DayDrivers;
import org.boucle.features.energytwin.prediction.Outlook;
import org.junit.jupiter.api.Test;

class OutlookBookTest {
    private static final LocalDate MORNING = LocalDate.of(2026, 3, 2);

    private static Outlook outlook() {
        double[][] days = new double[40][96];
        for (int day = 0; day < days.length; day++) {
            for (int slot = 0; slot < 96; slot++) {
                days[day][slot] = 10 + day % 7 + Math.sin(slot / 15.0);
            }
        }
        return Outlook.of(new DayGrid(MORNING.minusDays(40), 96, days), 7, 0.8, DayDrivers.none());
    }

    @Test
    void givesBackWhatTheMorningMade() {
        try (TestServer server = TestServer.withAdministrator()) {
            OutlookBook book = new OutlookBook(server.house().database());
            Outlook made = outlook();
            book.keep("plant", MORNING, made);
            book.keep("plant", MORNING, made);

            Outlook kept = book.find("plant", MORNING).orElseThrow();
            assertThat(kept.days()).hasSize(7);
            for (int day = 0; day < 7; day++) {
                Outlook.Day one = kept.days().get(day);
                assertThat(one.date()).isEqualTo(MORNING.plusDays(day));
                assertThat(Arrays.equals(one.bands(), made.days().get(day).bands()))
                        .isTrue();
                assertThat(one.naive()).containsExactly(made.days().get(day).naive());
                assertThat(one.profile()).containsExactly(made.days().get(day).profile());
            }
            assertThat(kept.model()).isEqualTo(made.model());
            assertThat(kept.naive()).isEqualTo(made.naive());
            assertThat(kept.profile()).isEqualTo(made.profile());
            assertThat(kept.replayed()).isEqualTo(made.replayed());

            assertThat(book.find("plant", MORNING.plusDays(1))).isEmpty();
            assertThat(book.find("other", MORNING)).isEmpty();
            book.forget("plant");
            assertThat(book.find("plant", MORNING)).isEmpty();
        }
    }

    @Test
    void takesAnotherVersionsFormForNone() {
        try (TestServer server = TestServer.withAdministrator()) {
            server.house()
                    .database()
                    .change(sql -> sql.run(
                            "INSERT INTO energytwin_outlook (site, morning, outlook) VALUES ('plant', ?, '{\"days\":7}')",
                            MORNING.toEpochDay()));
            assertThat(new OutlookBook(server.house().database()).find("plant", MORNING))
                    .isEmpty();
        }
    }
}
