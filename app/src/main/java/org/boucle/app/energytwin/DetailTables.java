package org.boucle.app.energytwin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.boucle.app.pages.Page;
import org.boucle.app.server.NotFound;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.LoadFigures;
import org.boucle.features.energytwin.baseline.DailyBaseline;
import org.boucle.features.energytwin.baseline.MeasuredDays;

/** The tables beside the charts of one machine, one line and the baseline. */
final class DetailTables {
    private final Parts parts;

    DetailTables(Parts parts) {
        this.parts = parts;
    }

    /** Header, rows with plain numbers, and where they come from. */
    record Content(List<String> head, List<List<String>> rows, String note) {}

    Content curve(Page page, View view, LoadCurve curve) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            rows.add(List.of(curve.startOf(i).toString(), CurveChart.plain(curve.kW(i))));
        }
        return new Content(
                List.of(page.t("energytwin.time"), page.t("energytwin.measured") + " (kW)"),
                rows,
                page.t("energytwin.note.means"));
    }

    LoadCurve machine(View view, String id) {
        Meter machine = parts.machine(view, id);
        return parts.readings()
                .curve(machine, view.from(), view.to(), view.step(), view.site().timeZone());
    }

    LoadCurve line(View view, String number) {
        int line = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        return parts.figures()
                .line(view, line, view.from(), view.to(), view.step())
                .orElseThrow(() -> new NotFound("line " + number));
    }

    Content states(Page page, View view, String id) {
        Meter machine = parts.machine(view, id);
        var day = parts.states()
                .of(
                        List.of(machine),
                        view.now().minus(Duration.ofDays(1)),
                        view.now(),
                        view.site().timeZone())
                .get(machine);
        if (day == null) {
            throw new NotFound("readings of " + machine.label());
        }
        List<List<String>> rows = new ArrayList<>();
        day.stretches()
                .forEach(stretch -> rows.add(List.of(
                        stretch.from().toString(),
                        stretch.to().toString(),
                        page.t("energytwin.state." + stretch.state()))));
        return new Content(
                List.of(page.t("energytwin.from"), page.t("energytwin.to"), page.t("energytwin.state")),
                rows,
                page.t("energytwin.note.states"));
    }

    Content duration(Page page, LoadCurve curve) {
        double[] sorted = LoadFigures.duration(curve);
        List<List<String>> rows = new ArrayList<>();
        for (int share = 0; share <= 100; share += 2) {
            double kW = sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * share / 100.0)];
            rows.add(List.of(Integer.toString(share), CurveChart.plain(kW)));
        }
        return new Content(List.of("%", "kW"), rows, page.t("energytwin.note.duration"));
    }

    /** Day by day measured, expected and, from the end of the baseline, the cumulated difference. */
    Content baseline(Page page, View view) {
        DailyBaseline baseline = parts.outlooks()
                .ready(view.site().id())
                .flatMap(made -> DailyBaseline.of(MeasuredDays.of(
                        made.history(), parts.plans().drivers(view.site().id()))))
                .orElseThrow(() -> new NotFound("baseline"));
        double[] cusum = baseline.cusum();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < baseline.days().size(); i++) {
            rows.add(List.of(
                    baseline.days().get(i).toString(),
                    CurveChart.plain(baseline.measured()[i]),
                    CurveChart.plain(baseline.expected()[i]),
                    i < baseline.learnt() ? "" : CurveChart.plain(cusum[i - baseline.learnt()])));
        }
        return new Content(
                List.of(
                        page.t("energytwin.overview.day"),
                        page.t("energytwin.measured") + " (kWh)",
                        page.t("energytwin.expected") + " (kWh)",
                        page.t("energytwin.cusum") + " (kWh)"),
                rows,
                page.t("energytwin.baseline.until", page.date(baseline.days().get(baseline.learnt()))));
    }
}
