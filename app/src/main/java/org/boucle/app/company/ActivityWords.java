package org.boucle.app.company;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;

/** Activities as fields of a form, and as links to meters. */
final class ActivityWords {
    private ActivityWords() {}

    static Map<String, String> fields(CompanyActivity activity, Language language) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("was", activity.name());
        fields.put("name", activity.name());
        fields.put("post", activity.post().number());
        fields.put("flow", activity.flow());
        fields.put(
                "quantity",
                plain(activity.quantity().value(), language) + " "
                        + activity.quantity().unit().symbol());
        if (activity.kilometres() > 0) {
            fields.put("distance", plain(activity.kilometres(), language) + " km");
        }
        if (activity.share() < 1) {
            fields.put("share", plain(activity.share() * 100, language) + " %");
        }
        fields.put("place", activity.known().place().code());
        fields.put("origin", activity.known().origin().name());
        if (activity.known().uncertainty() instanceof Uncertainty.PlusMinus p) {
            fields.put("uncertainty", plain(p.percent(), language) + " %");
        }
        fields.put("evidence", activity.known().evidence());
        return fields;
    }

    /** All digits, so that what is sent back unchanged stays unchanged. */
    private static String plain(double value, Language language) {
        String text = java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return language == Language.FR ? text.replace('.', ',') : text;
    }

    static StoredAccount.Row metered(MeterKind kind, String name, Geography place) {
        Quantity none = Quantity.of(
                0,
                switch (kind) {
                    case ELECTRICITY, GAS -> Units.KILOWATT_HOUR;
                    case WATER -> Units.CUBIC_METRE;
                    case PRODUCTION -> Units.TONNE;
                });
        return new StoredAccount.Row(
                CompanyActivity.of(name, kind.post(), kind.flow(), none, Knowledge.of(place, Origin.MEASURED)),
                Optional.of(kind));
    }
}
