extension ProbabilityCalibrator: Codable {
    private enum CodingKeys: String, CodingKey {
        case method
        case parameters
    }

    private enum Method: String, Codable {
        case identity
        case isotonic
        case platt
        case beta
    }

    /// Reads the method's name and its parameters.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Method.self, forKey: .method) {
        case .identity: self = .identity
        case .isotonic: self = .isotonic(try container.decode(IsotonicRegression.self, forKey: .parameters))
        case .platt: self = .platt(try container.decode(PlattScaling.self, forKey: .parameters))
        case .beta: self = .beta(try container.decode(BetaCalibration.self, forKey: .parameters))
        }
    }

    /// Writes `method` and, except for the identity, `parameters`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .method)
        switch self {
        case .identity: break
        case .isotonic(let regression): try container.encode(regression, forKey: .parameters)
        case .platt(let scaling): try container.encode(scaling, forKey: .parameters)
        case .beta(let map): try container.encode(map, forKey: .parameters)
        }
    }
}
