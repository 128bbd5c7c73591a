extension Sector {
    /// The sector of a standard industrial classification code (the SEC's list); nil for a code of no division.
    public init?(sic: Int) {
        switch sic {
        case 2833...2836, 8731: self = .pharmaBiotech
        case 3841...3851, 5047, 5122, 5912, 6324, 8000...8099: self = .healthCare
        case 3570...3579, 3661...3679, 7370...7379: self = .technology
        case 1311...1389, 2911, 4922...4925, 5171, 5172: self = .energy
        case 4900...4991: self = .utilities
        case 6500...6553, 6798: self = .realEstate
        case 6000...6799: self = .financials
        case 2711...2741, 4800...4899, 7810...7841: self = .communication
        case 2000...2199, 2840...2844, 5140...5159, 5400...5499: self = .consumerStaples
        case 2300...2399, 2510...2531, 3021, 3711...3716, 3940...3949, 5200...5999, 7000...7011, 7900...7999:
            self = .consumerDiscretionary
        case 1000...1099, 1400...1499, 2600...2699, 2800...2899, 3300...3399: self = .materials
        case 1500...1799, 3400...3999, 4000...4799, 7300...7369, 7380...7389: self = .industrials
        default: return nil
        }
    }
}
