package app.candor.policy;

import java.util.List;

/**
 * When something is an incident. Percentages are compared strictly: exactly the threshold is not
 * yet one (founding document A says "more than").
 *
 * @param merchantsOverPercent share of all merchants affected, 0 to 100
 * @param integrationOverPercent share of the merchants of one integration, 0 to 100
 * @param always questions of which one "yes" is enough
 */
public record CriteriaPolicy(
        int merchantsOverPercent, int integrationOverPercent, List<String> always) {}
