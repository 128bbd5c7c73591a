/// Symmetric positive definite matrices of a few rows, row-major.
enum SmallMatrix {
    /// The inverse by Cholesky's decomposition; nil unless the matrix is clearly positive definite.
    static func inverse(_ matrix: [Double], _ size: Int) -> [Double]? {
        var lower = [Double](repeating: 0, count: size * size)
        for row in 0..<size {
            for column in 0...row {
                var value = matrix[row * size + column]
                for inner in 0..<column { value -= lower[row * size + inner] * lower[column * size + inner] }
                if row == column {
                    guard value > 1e-13 * matrix[row * size + row], value.isFinite else { return nil }
                    lower[row * size + row] = value.squareRoot()
                } else {
                    lower[row * size + column] = value / lower[column * size + column]
                }
            }
        }
        var inverse = [Double](repeating: 0, count: size * size)
        for unit in 0..<size {
            var solution = [Double](repeating: 0, count: size)
            solution[unit] = 1
            for row in 0..<size {
                for inner in 0..<row { solution[row] -= lower[row * size + inner] * solution[inner] }
                solution[row] /= lower[row * size + row]
            }
            for row in (0..<size).reversed() {
                for inner in row + 1..<size { solution[row] -= lower[inner * size + row] * solution[inner] }
                solution[row] /= lower[row * size + row]
            }
            for row in 0..<size { inverse[row * size + unit] = solution[row] }
        }
        return inverse
    }

    /// The product of a square matrix and a vector.
    static func multiply(_ matrix: [Double], _ vector: [Double]) -> [Double] {
        vector.indices.map { row in
            var sum = 0.0
            for column in vector.indices { sum += matrix[row * vector.count + column] * vector[column] }
            return sum
        }
    }

    /// The quadratic form of a vector.
    static func form(_ matrix: [Double], _ vector: [Double]) -> Double {
        zip(multiply(matrix, vector), vector).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
