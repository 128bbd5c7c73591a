import Foundation

/// Processor and wall time that a piece of work took, in seconds.
struct Elapsed {
    let cpu: Double
    let wall: Double

    /// Measures one piece of work; processor time is that of all threads of the process.
    static func measure(_ body: () throws -> Void) rethrows -> Elapsed {
        let wall = DispatchTime.now().uptimeNanoseconds
        let cpu = clock()
        try body()
        return Elapsed(
            cpu: Double(clock() - cpu) / Double(CLOCKS_PER_SEC),
            wall: Double(DispatchTime.now().uptimeNanoseconds - wall) / 1e9
        )
    }
}

/// The protocol with the program that compares: `ready`, then one line of figures per line of input.
enum Passes {
    /// Answers until the input ends.
    static func serve(_ pass: () throws -> [(name: String, value: Double)]) throws {
        write("ready")
        while readLine() != nil {
            let figures = try pass().map { "\"\($0.name)\": \($0.value)" }
            write("{" + figures.joined(separator: ", ") + "}")
        }
    }

    private static func write(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
