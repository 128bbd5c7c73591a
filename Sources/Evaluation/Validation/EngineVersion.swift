/// The version of the engine: what a validation certificate is valid for.
public enum EngineVersion {
    /// The version of this program.
    ///
    /// Worlds and certificates are kept under it: a change of labels, features, training, gate or figures raises it, so that what was validated
    /// is what runs.
    public static let current = "0.1.0"
}
