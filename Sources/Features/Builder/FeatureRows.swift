/// Rows of features with what later rooms need to know beside them.
public struct FeatureRows: Sendable {
    /// One row per request, in the order of the requests.
    public let matrix: FeatureMatrix
    /// One context per row.
    public let contexts: [RowContext]
    /// Version of the feature set of the columns.
    public let featureSetVersion: String

    init(values: [Float], contexts: [RowContext]) {
        matrix = FeatureMatrix(names: FeatureSet.current.names, values: values)
        self.contexts = contexts
        featureSetVersion = FeatureSet.current.version
    }
}
