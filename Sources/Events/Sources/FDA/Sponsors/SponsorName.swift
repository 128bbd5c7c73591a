/// The form under which two spellings of a sponsor are the same.
///
/// Capitals; `&` is AND; full stops and apostrophes vanish, all other punctuation is a space; spaces are single; legal forms at
/// the end (INC, CORP, CO, LTD, LLC, LP, PLC, AG, AB, AS, SA, NV, BV, GMBH and their long forms) and a trailing AND fall
/// away, never the first word. Nothing else is guessed: PHARMS and PHARMACEUTICALS stay different.
public enum SponsorName {
    /// The normal form of a name; empty for a name without letters and digits.
    public static func normalised(_ name: String) -> String {
        var text = ""
        for character in name.uppercased() {
            switch character {
            case "&": text += " AND "
            case ".", "'", "’": continue
            case _ where character.isLetter || character.isNumber: text.append(character)
            default: text.append(" ")
            }
        }
        var words = text.split(separator: " ")
        while words.count > 1, let last = words.last, last == "AND" || legalForms.contains(String(last)) {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }

    private static let legalForms: Set<String> = [
        "INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "LTD", "LIMITED", "LLC", "LP", "LLP",
        "PLC", "AG", "AB", "AS", "SA", "NV", "BV", "GMBH",
    ]
}
