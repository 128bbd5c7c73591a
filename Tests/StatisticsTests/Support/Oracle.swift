import Foundation
import TestSupport

/// Values that other libraries computed for the same input; see Tests/Fixtures/statistics/metadata.json.
enum Oracle {
    static func load<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Fixture.data("statistics/\(name).json"))
    }
}

/// Whether two values agree to a relative error, or, near zero, to an absolute one; nil agrees with nil only.
func agrees(
    _ value: Double?,
    _ oracle: Double?,
    relative: Double = 1e-9,
    absolute: Double = 1e-15
) -> Bool {
    guard let value, let oracle else { return value == nil && oracle == nil }
    return abs(value - oracle) <= max(absolute, relative * abs(oracle))
}

/// Whether two columns agree value by value.
func agree(
    _ values: [Double],
    _ oracle: [Double],
    relative: Double = 1e-9,
    absolute: Double = 1e-15
) -> Bool {
    values.count == oracle.count
        && zip(values, oracle).allSatisfy { agrees($0, $1, relative: relative, absolute: absolute) }
}
