import Foundation
import Scores

/// Reads one known shape of JSON from bytes, since a general decoder costs more than the rest of a reading.
///
/// Objects may have their members in any order, each once, and no others; nil stands for any other text.
struct BreakdownScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func breakdown() -> StoredBreakdown? {
        var factors: [ScoreFactor]?
        var notes: [String]?
        let isWhole = object { scanner, key in
            switch key {
            case "factors" where factors == nil: factors = scanner.array { $0.factor() }
            case "notes" where notes == nil: notes = scanner.array { $0.string() }
            default: return false
            }
            return true
        }
        skipSpace()
        guard isWhole, position == bytes.count, let factors, let notes else { return nil }
        return StoredBreakdown(factors: factors, notes: notes)
    }

    private mutating func factor() -> ScoreFactor? {
        var id: String?
        var group: FactorGroup?
        var points: Double?
        var why: String?
        let isWhole = object { scanner, key in
            switch key {
            case "factor" where id == nil: id = scanner.string()
            case "group" where group == nil: group = scanner.string().flatMap(FactorGroup.init(rawValue:))
            case "points" where points == nil: points = scanner.number()
            case "why" where why == nil: why = scanner.string()
            default: return false
            }
            return true
        }
        guard isWhole, let id, let group, let points, let why else { return nil }
        return ScoreFactor(id: id, group: group, points: points, why: why)
    }

    // MARK: JSON

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0a, 0x0d, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func object(_ member: (inout BreakdownScanner, String) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let key = string(), take(UInt8(ascii: ":")), member(&self, key) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    private mutating func array<Element>(_ element: (inout BreakdownScanner) -> Element?) -> [Element]? {
        guard take(UInt8(ascii: "[")) else { return nil }
        var elements: [Element] = []
        if take(UInt8(ascii: "]")) { return elements }
        repeat {
            guard let next = element(&self) else { return nil }
            elements.append(next)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? elements : nil
    }

    private mutating func string() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: bytes[start..<position - 1], as: UTF8.self)
            case UInt8(ascii: "\\"): return escapedString(from: start)
            case ..<0x20: return nil
            default: position += 1
            }
        }
        return nil
    }

    /// A string with escapes; rare, so Foundation reads it.
    private mutating func escapedString(from start: Int) -> String? {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < bytes.count else { return nil }
        position += 1
        let text = Data([UInt8(ascii: "[")] + bytes[(start - 1)..<position] + [UInt8(ascii: "]")])
        return (try? JSONSerialization.jsonObject(with: text) as? [String])?.first
    }

    /// A decimal number; exact, as the quotient of two numbers that doubles have exactly, where it has at most 15 digits.
    private mutating func number() -> Double? {
        skipSpace()
        let start = position
        var digits = 0
        var mantissa = 0
        var decimals: Int?
        scan: while position < bytes.count {
            switch bytes[position] {
            case 48...57:
                digits += 1
                if digits < 17 { mantissa = mantissa * 10 + Int(bytes[position] - 48) }
                if decimals != nil { decimals? += 1 }
            case UInt8(ascii: "-") where position == start: break
            case UInt8(ascii: ".") where decimals == nil && digits > 0: decimals = 0
            case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"): digits = 99
            default: break scan
            }
            position += 1
        }
        guard digits > 0, decimals != 0 else { return nil }
        if digits <= 15 {
            let value = Double(mantissa) / Self.powers[decimals ?? 0]
            return bytes[start] == UInt8(ascii: "-") ? -value : value
        }
        guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite
        else { return nil }
        return value
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}
