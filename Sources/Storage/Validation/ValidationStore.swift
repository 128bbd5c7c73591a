import Market

/// The tables of the validation lab.
public struct ValidationStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// The worlds of a seed that went through an engine already, in the order of kind, effect and number.
    public func worlds(engineVersion: String, seed: Int) throws -> [WorldRow] {
        try connection.map(
            """
            SELECT kind, number, effect, outcomes, promoted, judged, ranges, covered, intervals, intervals_with_truth
            FROM validation_worlds WHERE engine_version = $1 AND seed = $2 ORDER BY kind, effect, number
            """,
            [.text(engineVersion), .integer(seed)]
        ) { row in
            WorldRow(
                kind: row.text(0),
                number: row.integer(1),
                effect: row.double(2),
                outcomes: row.integer(3),
                promoted: row.text(4).split(separator: ",").map(String.init),
                judged: row.integer(5),
                ranges: row.integer(6),
                covered: row.integer(7),
                intervals: row.integer(8),
                intervalsWithTruth: row.integer(9)
            )
        }
    }

    /// Keeps the result of a world; one that is there already stays.
    public func add(_ world: WorldRow, engineVersion: String, seed: Int) throws {
        try connection.execute(
            """
            INSERT INTO validation_worlds (engine_version, seed, kind, number, effect, outcomes, promoted, judged, ranges,
                covered, intervals, intervals_with_truth)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING
            """,
            [
                .text(engineVersion), .integer(seed), .text(world.kind), .integer(world.number),
                .real(world.effect), .integer(world.outcomes), .text(world.promoted.joined(separator: ",")),
                .integer(world.judged), .integer(world.ranges), .integer(world.covered),
                .integer(world.intervals), .integer(world.intervalsWithTruth),
            ]
        )
    }

    /// Adds a report.
    public func add(_ certificate: CertificateRow) throws {
        try connection.execute(
            """
            INSERT INTO validation_certificates (issued_at, engine_version, seed, is_certificate, text, report)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .instant(certificate.issuedAt), .text(certificate.engineVersion), .integer(certificate.seed),
                .integer(certificate.isCertificate ? 1 : 0), .text(certificate.text),
                .text(certificate.report),
            ]
        )
    }

    /// The newest report; nil before the first.
    public func latest() throws -> CertificateRow? {
        try connection.first(
            """
            SELECT issued_at, engine_version, seed, is_certificate, text, report FROM validation_certificates
            ORDER BY certificate_id DESC LIMIT 1
            """
        ) { row in
            CertificateRow(
                issuedAt: try row.instant(0),
                engineVersion: row.text(1),
                seed: row.integer(2),
                isCertificate: row.integer(3) == 1,
                text: row.text(4),
                report: row.text(5)
            )
        }
    }
}
