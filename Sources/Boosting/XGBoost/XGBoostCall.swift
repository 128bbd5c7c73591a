import CXGBoost

/// The seam to XGBoost's C functions: return codes become errors.
enum XGBoostCall {
    /// Turns a return code into an error that carries the first line of XGBoost's message.
    static func check(_ call: String, _ code: Int32) throws(BoostingError) {
        guard code != 0 else { return }
        let text = unsafe XGBGetLastError().map { unsafe String(cString: $0) } ?? ""
        throw .xgboost(call: call, message: firstLine(of: text))
    }

    /// Keeps the first line, without the clock that XGBoost puts before it: the rest is a native backtrace.
    static func firstLine(of text: String) -> String {
        guard let line = text.split(whereSeparator: \.isNewline).first else { return "no reason given" }
        if line.first == "[", let end = line.firstIndex(of: "]") {
            let rest = line[line.index(after: end)...].drop { $0 == " " }
            if !rest.isEmpty { return String(rest) }
        }
        return String(line)
    }

    /// Calls with an array of C strings that live as long as the call.
    static func withCStrings<Failure: Error>(
        _ texts: [String],
        _ body: (UnsafeMutablePointer<UnsafePointer<CChar>?>) throws(Failure) -> Void
    ) throws(Failure) {
        var bytes: [CChar] = []
        var starts: [Int] = []
        for text in texts {
            starts.append(bytes.count)
            bytes.append(contentsOf: text.utf8CString)
        }
        let storage = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(bytes.count, 1))
        let pointers = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: max(texts.count, 1))
        defer {
            unsafe storage.deallocate()
            unsafe pointers.deallocate()
        }
        _ = unsafe storage.initialize(from: bytes)
        for (index, start) in starts.enumerated() {
            unsafe pointers[index] = storage.baseAddress.map { unsafe UnsafePointer($0 + start) }
        }
        try unsafe body(pointers)
    }
}
