/// Words that are more likely words than symbols.
enum CommonWords {
    /// Acronyms that a question may have in capitals.
    static let acronyms: Set<String> = [
        "FDA", "SEC", "EPS", "AI", "ML", "MAE", "AUC", "CAR", "ETF", "CEO", "CFO", "US", "USA", "UK", "EU",
        "NYSE", "SPY", "SHAP", "API", "CRL", "GDP", "CPI", "PSI", "EDGAR", "NASDAQ", "SQL", "DROP", "TABLE",
        "JSON", "HTML", "URL", "OK", "NOT", "AND", "OR", "THE", "NEVER", "ALWAYS", "SYSTEM", "IGNORE", "UTC",
        "NBA", "NFL", "FAQ", "PDF", "DEF", "II", "III", "IV", "SUM", "SELECT", "WHERE", "FROM",
    ]

    /// Short words of English that are symbols as well, or could be.
    static let english: Set<String> = Set(
        """
        a about after again all also am an and any app are area as ask at away back bad be been best \
        better big bit box but by call can car card case cash cat cause chat city co com cost could cup \
        data date day dig did dis do does done dot down drug each earn east eat edge else end et even \
        ever every eye fact fall far fast fat few fine fit five flow fly fold for form four fox free \
        from fun fund gain game gap gas gate gave get give go gold gone good got grow had hair half has \
        have he health her here hi high him his hit home hope hot how huge i idea if ill in info into is \
        it its job jump just keep key kind know lab large last late law lead least left less let life \
        like line list live lo long look loss lot love low made main make man many mat max may me mean \
        met meta mid might mind miss model more most move moved much must my name near need net never \
        new news next nice no nor not now of off oil ok old on once one only open or other our out over \
        own pack pair par part past pay peak per pick play plus post prime pro put range rate raw re \
        react read real rest ride right rise road rock run safe said same saw say score see seem self \
        send set she short show shown side since size sky small so some son soon spot star stay step \
        still stop such sum sun sure table take talk team tell ten term test than that the them then \
        there these they thing this those three ticker tie till time to today told too took top town \
        trade tree true try turn two type under unit until up upon us use used vs very via view wait \
        walk want was way we wear week well went were west what when where which while who why will win \
        wish with wolf word work would year yes yet you your zero
        """.split(separator: " ").map(String.init)
    )
}
