import CXGBoost

/// What the XGBoost library on this machine is, for a health check.
public enum BoostingRuntime {
    /// One observation; only a failure means that boosting will not work.
    public struct Finding: Hashable, Sendable {
        /// How much the observation matters.
        public enum Level: String, Sendable {
            /// As it should be.
            case fine
            /// Works, but not as well as it could.
            case advice
            /// Does not work.
            case failure
        }

        /// How much it matters.
        public let level: Level
        /// One sentence for people.
        public let text: String
    }

    /// Version of the loaded library, as in `1.7.4`.
    public static var version: String {
        let (major, minor, patch) = versionNumbers
        return "\(major).\(minor).\(patch)"
    }

    private static var versionNumbers: (Int32, Int32, Int32) {
        var major: Int32 = 0
        var minor: Int32 = 0
        var patch: Int32 = 0
        unsafe XGBoostVersion(&major, &minor, &patch)
        return (major, minor, patch)
    }

    /// Checks version, threads' waiting policy, and a small training against the native prediction.
    ///
    /// - Parameter environment: the environment with which the process was started; `OMP_WAIT_POLICY` takes
    ///   effect only from there.
    /// - Returns: one finding for each, in that order.
    public static func check(environment: [String: String]) -> [Finding] {
        [checkVersion(), checkWaiting(environment), checkTraining()]
    }

    private static func checkVersion() -> Finding {
        let (major, minor, _) = versionNumbers
        guard (major, minor) >= (1, 7) else {
            return Finding(level: .failure, text: "XGBoost \(version) is too old; accepted: 1.7 or later")
        }
        return Finding(level: .fine, text: "XGBoost \(version)")
    }

    private static func checkWaiting(_ environment: [String: String]) -> Finding {
        let policy = environment["OMP_WAIT_POLICY"] ?? "not set"
        guard policy.uppercased() == "PASSIVE" else {
            return Finding(
                level: .advice,
                text: """
                    OMP_WAIT_POLICY is \(policy): training with several threads is slow on a busy machine; \
                    set it to PASSIVE before the start, or keep threads = 1
                    """
            )
        }
        return Finding(level: .fine, text: "OMP_WAIT_POLICY is PASSIVE")
    }

    private static func checkTraining() -> Finding {
        do {
            let rows = try DenseRows(columns: ["x"], values: (0..<40).map { Float($0) })
            let labels = rows.values.map { $0 < 20 ? Float(0) : 1 }
            let parameters = try BoosterParameters(
                objective: .squaredError,
                baseScore: 0.5,
                depth: 1,
                rounds: 3,
                subsample: 1,
                columnSample: 1
            )
            let trained = try Booster.train(LabelledRows(rows: rows, labels: labels), parameters: parameters)
            let native = try trained.predict(rows)
            guard !trained.isConstant, try XGBoostReference(trained).predict(rows) == native else {
                return Finding(level: .failure, text: "XGBoost and the native prediction disagree")
            }
            return Finding(level: .fine, text: "a small training works")
        } catch {
            return Finding(level: .failure, text: "a small training fails: \(error)")
        }
    }
}
