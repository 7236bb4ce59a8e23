package org.boucle.features.itfootprint.service;

import java.util.List;

/** What equipment and networks cost; the engine answers it in the product, fixed numbers do in tests. */
public interface Costs {
    /** An hour of one piece of this hosting's equipment at its load, before its data centre's PUE. */
    EquipmentHour hosting(Hosting.Equipment equipment);

    /** An hour of use of one terminal of this audience. */
    EquipmentHour terminal(Audience audience);

    List<NetworkFactor> networks();

    /** How embedded climate impacts of a category divide into stages. */
    StageSplit split(String category);
}
