import Boosting

/// Looks at the library that trains models.
enum LibraryCheck {
    static func findings(environment: [String: String]) -> [Finding] {
        BoostingRuntime.check(environment: environment).map { finding in
            switch finding.level {
            case .fine: .fine("training", finding.text)
            case .advice: .advice("training", finding.text)
            case .failure: .broken("training", "\(finding.text). Install XGBoost 1.7 or later.")
            }
        }
    }
}
