/// The version of the engine: what a validation certificate is valid for.
public enum EngineVersion {
    /// The version of this program.
    public static let current = "0.1.0"
}
