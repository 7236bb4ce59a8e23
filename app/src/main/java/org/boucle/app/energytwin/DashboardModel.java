package org.boucle.app.energytwin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.pages.Page;
import org.boucle.features.energytwin.alerts.Alert;
import org.boucle.features.energytwin.alerts.AlertBook;
import org.boucle.features.energytwin.prediction.Outlook;
import org.boucle.features.energytwin.prediction.Scores;

/** What the dashboard shows. Charts are finished SVG. */
public record DashboardModel(
        Instant now,
        List<Tile> tiles,
        String curve,
        String week,
        String duration,
        String states,
        String shares,
        List<Dashboard.MachineRow> machines,
        List<Dashboard.LineRow> lines,
        List<AlertBook.Group> alerts,
        int openAlerts,
        boolean live,
        Optional<DemoNotice> demo) {

    public String tone(AlertBook.Group group) {
        return toneOf(group);
    }

    public String sentence(Page page, AlertBook.Group group) {
        return sentenceOf(page, group);
    }

    /** Class of the badge: the more pressing the stronger. */
    public static String toneOf(AlertBook.Group group) {
        return switch (group.alert().kind()) {
            case PEAK, PEAK_AHEAD, THRESHOLD -> "bad";
            case BASELOAD, DRIFT, INDEX_DRIFT, SILENT -> "warn";
            case ACTIVITY -> "off";
        };
    }

    /** The figures of an alert in a sentence. */
    public static String sentenceOf(Page page, AlertBook.Group group) {
        Alert alert = group.alert();
        String value = page.n(alert.value(), 0);
        String expected = page.n(alert.expected(), 0);
        String text = switch (alert.kind()) {
            case PEAK, PEAK_AHEAD, THRESHOLD ->
                page.t("energytwin.says.limit", value, expected, page.time(alert.from()));
            case BASELOAD, ACTIVITY, DRIFT ->
                page.t(
                        "energytwin.says.excess",
                        value,
                        expected,
                        page.n(alert.excessKWh(), 0),
                        page.time(alert.from()));
            case INDEX_DRIFT ->
                page.t(
                        "energytwin.says.index",
                        page.n(alert.value()),
                        page.n(alert.expected()),
                        page.time(alert.from()),
                        alert.unit());
            case SILENT -> page.t("energytwin.says.silent", value, expected, page.time(alert.from()));
        };
        return group.episodes() > 1 ? text + " " + page.t("energytwin.says.times", group.episodes()) : text;
    }

    /** Lines of the scores' table. */
    public static List<Map.Entry<String, Scores>> scores(Page page, Outlook outlook) {
        return PredictionPages.scores(page, outlook);
    }
}
