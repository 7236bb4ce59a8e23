package org.boucle.features.territory.life;

/** The questions of the law before an exchange runs, each with its reference. */
public enum Question {
    BY_PRODUCT_USE_CERTAIN("Directive 2008/98/EC art. 5(1)(a)"),
    BY_PRODUCT_USED_DIRECTLY("Directive 2008/98/EC art. 5(1)(b)"),
    BY_PRODUCT_INTEGRAL_PART("Directive 2008/98/EC art. 5(1)(c)"),
    BY_PRODUCT_LAWFUL("Directive 2008/98/EC art. 5(1)(d)"),
    END_OF_WASTE_PURPOSE("Directive 2008/98/EC art. 6(1)(a)"),
    END_OF_WASTE_MARKET("Directive 2008/98/EC art. 6(1)(b)"),
    END_OF_WASTE_TECHNICAL("Directive 2008/98/EC art. 6(1)(c)"),
    END_OF_WASTE_NO_HARM("Directive 2008/98/EC art. 6(1)(d)"),
    RECEIVER_PERMIT("Directive 2008/98/EC art. 23; ICPE headings 27xx"),
    WASTE_NOTE("Directive 2008/98/EC art. 19; Code de l’environnement R541-45"),
    HAZARDOUS_NOT_MIXED("Directive 2008/98/EC art. 18"),
    ANIMAL_BY_PRODUCTS("Regulation (EC) 1069/2009"),
    SHIPMENT_ACROSS_BORDERS("Regulation (EU) 2024/1157"),
    REACH("Regulation (EC) 1907/2006");

    private final String reference;

    Question(String reference) {
        this.reference = reference;
    }

    /** Where the law asks it. */
    public String reference() {
        return reference;
    }
}
