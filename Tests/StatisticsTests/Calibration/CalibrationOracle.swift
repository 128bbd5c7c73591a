/// Oracle of the calibration tests: scikit-learn 1.9.1, statsmodels 0.15.0 and SciPy 1.17.1.
struct CalibrationOracle: Decodable {
    struct Curve: Decodable {
        var observed: [Double]
        var predicted: [Double]
        var error: Double
    }
    struct Platt: Decodable {
        var slope: Double
        var intercept: Double
        var sklearnSlope: Double
        var sklearnIntercept: Double
    }
    struct Beta: Decodable {
        var a: Double
        var b: Double
        var c: Double
    }
    struct Recalibration: Decodable {
        var slope: Double
        var intercept: Double
        var slopeError: Double
        var interceptError: Double
        var clusteredSlopeError: Double
        var clusteredInterceptError: Double
        var wald: Double
        var clusteredWald: Double
    }
    struct Corp: Decodable {
        var brier: Double
        var miscalibration: Double
        var discrimination: Double
        var uncertainty: Double
        var segments: Int
    }
    struct Spiegelhalter: Decodable {
        var z: Double
        var p: Double
    }
    struct Clustered: Decodable {
        var statistic: Double
        var p: Double
    }
    struct Case: Decodable {
        var probabilities: [Double]
        var outcomes: [Bool]
        var weights: [Double]
        var days: [Int]
        var grid: [Double]
        var isotonic: [Double]
        var weightedIsotonic: [Double]
        var platt: Platt
        var beta: Beta
        var recalibration: Recalibration
        var curves: [String: Curve]
        var corp: Corp
        var clustered: Clustered
        var spiegelhalter: Spiegelhalter
    }
    var cases: [Case]

    static func load() throws -> [Case] {
        try Oracle.load("calibration", as: CalibrationOracle.self).cases
    }
}
