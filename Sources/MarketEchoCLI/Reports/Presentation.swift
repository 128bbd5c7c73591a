import JSONText

/// A result that can be printed for people and for programs.
protocol Presentation: JSONWritable {
    /// Prints tables and sentences.
    func print(to results: ResultPrinter) throws
}
