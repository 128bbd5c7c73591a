import Statistics

extension Figure {
    /// The lower end of the interval in the figure's unit; nil where there is no interval.
    public var lower: Double? { interval?.lower }

    /// The upper end of the interval in the figure's unit; nil where there is no interval.
    public var upper: Double? { interval?.upper }
}
