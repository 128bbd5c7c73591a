import Features
import Models
import Scores

extension ImpactContributions {
    /// The head's contributions as the explanation takes them.
    var attribution: ImpactAttribution {
        get throws(ScoreError) {
            try ImpactAttribution(
                bias: bias,
                features: zip(columns, byColumn).map {
                    FeatureContribution(feature: $0, group: $0, points: $1)
                }
            )
        }
    }
}
