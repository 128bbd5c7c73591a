/// The rules of the tagger as a table; `docs/reference/filing-tags.md` shows them with what they were measured at.
public enum FilingTagRules {
    /// All rules; of several for one type the first that finds something counts.
    public static let all: [FilingTagRule] = mergers + guidance + capital + products + corporate

    private static let news = ["1.01", "2.01", "7.01", "8.01"]
    private static let results = ["2.02", "7.01", "8.01"]

    private static let mergers = [
        FilingTagRule(
            "merger agreement",
            .merger,
            items: ["1.01", "1.02", "2.01", "7.01", "8.01"],
            ["agreement and plan of merger", "merger agreement", "definitive agreement ..4 merge"],
            .strong
        ),
        FilingTagRule(
            "agreement to acquire",
            .acquisition,
            items: news,
            [
                "agreement|agreed ..6 to acquire", "agreed to purchase ..8 business|company|assets",
                "acquires|acquired ..6 outstanding shares|stock|equity",
            ],
            unless: ["to be acquired by"],
            .strong
        ),
        FilingTagRule(
            "completed acquisition",
            .acquisition,
            items: news,
            [
                "complete|completes|completed|completion|consummated|closed ..5 acquisition of",
                "announces|announced|announcing ..4 acquisition of",
            ],
            .likely
        ),
        FilingTagRule(
            "divestiture",
            .divestiture,
            items: news,
            [
                "divest|divests|divested|divestiture",
                "complete|completes|completed|completion ..4 sale of ..8 business|division|subsidiary|unit",
                "agreement|agreed ..4 sale of ..8 business|division|subsidiary|unit",
            ],
            .likely
        ),
        FilingTagRule("separation", .spinOff, items: news, ["spin off", "spinoff", "spun off"], .strong),
    ]

    private static let guidance = [
        FilingTagRule(
            "raised",
            .guidanceRaise,
            items: results,
            [
                "raise|raises|raised|raising ..5 guidance|outlook|forecast",
                "increase|increases|increased|increasing ..3 guidance|outlook|forecast",
                "guidance|outlook|forecast ..2 raised|increased",
            ],
            .strong
        ),
        FilingTagRule(
            "lowered",
            .guidanceLower,
            items: results,
            [
                "lower|lowers|lowered|lowering|cut|cuts|cutting ..4 guidance|outlook|forecast",
                "reduce|reduces|reduced|reducing ..3 guidance|outlook|forecast",
                "guidance|outlook|forecast ..2 lowered|reduced",
            ],
            .strong
        ),
        FilingTagRule(
            "withdrawn",
            .guidanceWithdraw,
            items: results,
            [
                "withdraw|withdraws|withdrew|withdrawing|suspend|suspends|suspended|suspending ..5 guidance|outlook|forecast",
                "guidance|outlook|forecast ..2 withdrawn|suspended",
            ],
            .strong
        ),
        FilingTagRule(
            "stated again or updated",
            .guidanceUpdate,
            items: results,
            [
                "update|updates|updated|updating|narrows|narrowed ..3 guidance|outlook",
                "reaffirm*|reiterat*|maintains|maintained|confirms|confirmed ..4 guidance|outlook",
                "issues|issued|provides|provided|providing|initiates ..4 guidance|outlook",
                "guidance for ..6 quarter|year",
            ],
            .likely
        ),
    ]

    private static let capital = [
        FilingTagRule(
            "dividend declared",
            .dividend,
            items: results + ["1.01", "3.03"],
            [
                "declare|declares|declared|declaring|declaration ..8 dividend|dividends",
                "increase|increases|increased|initiates|suspends|suspended ..4 dividend|dividends",
                "dividend of ..3 per", "special dividend|dividends",
            ],
            .strong
        ),
        FilingTagRule(
            "repurchase programme",
            .buyback,
            items: results + ["1.01"],
            [
                "repurchase program|programs|plan|authorization",
                "authorize|authorized|authorizes|approved|approves ..8 repurchase",
                "accelerated share|stock repurchase",
            ],
            .strong
        ),
        FilingTagRule(
            "split",
            .stockSplit,
            items: results + ["3.03", "5.03"],
            ["for one|1 ..4 split", "stock|share split"],
            unless: ["adjusted|adjust|adjustment|retroactive* ..6 split"],
            .strong
        ),
        FilingTagRule(
            "rights offering",
            .rightsOffering,
            items: news + ["3.03"],
            ["rights offering"],
            .strong
        ),
    ]

    private static let products = [
        FilingTagRule(
            "launch",
            .productLaunch,
            items: ["7.01", "8.01"],
            [
                "commercial launch", "commercially launched",
                "launch|launches|launched|introduces|introduced|unveils|unveiled ..6 product|products|device|drug|platform",
            ],
            .likely
        ),
        FilingTagRule(
            "recall",
            .productRecall,
            items: ["7.01", "8.01"],
            [
                "voluntary|product recall",
                "recall|recalls|recalled|recalling ..6 product|products|vehicles|lots|units|devices",
            ],
            .strong
        ),
        FilingTagRule(
            "delay",
            .productDelay,
            items: ["2.02", "7.01", "8.01"],
            [
                "delay|delays|delayed|postpones|postponed ..4 launch|shipment|shipments|production|deliveries"
            ],
            .likely
        ),
        FilingTagRule(
            "partnership",
            .partnership,
            items: ["1.01", "7.01", "8.01"],
            [
                "collaboration agreement", "license and collaboration",
                "strategic partnership|alliance|collaboration",
                "joint venture agreement", "partnership with",
            ],
            unless: ["limited partnership with"],
            .strong
        ),
        FilingTagRule(
            "contract won",
            .contractWin,
            items: ["1.01", "7.01", "8.01"],
            ["awarded ..6 contract|contracts", "contract award"],
            .strong
        ),
        FilingTagRule(
            "contract lost",
            .contractLoss,
            items: ["1.02", "7.01", "8.01"],
            [
                "loss of ..4 contract|customer",
                "terminat*|cancel* ..5 supply|distribution|customer|manufacturing|services agreement|contract",
            ],
            .likely
        ),
    ]

    private static let corporate = [
        FilingTagRule(
            "officer comes or goes",
            .executiveChange,
            items: ["5.02"],
            [
                "resign*|retire*|depart*|terminat* ..14 chief|president|officer|chairman|treasurer|counsel|controller",
                "appoint*|named|promote*|elect|elected ..14 chief|president|chairman|treasurer|counsel|controller",
                "step|steps|stepped|stepping down ..10 chief|president|officer|chairman",
                "chief|president|officer|chairman ..12 resign*|retire|retired|retirement|retiring|depart*|terminat*",
                "succeed|succeeds|succeeding ..10 chief|president|chairman",
            ],
            .strong
        ),
        FilingTagRule(
            "legal action",
            .lawsuit,
            items: ["1.01", "7.01", "8.01"],
            [
                "lawsuit|lawsuits", "class action", "filed ..4 complaint", "jury ..3 verdict|returned",
                "settlement ..8 litigation|court",
            ],
            unless: ["risk|risks ..20 lawsuits|litigation"],
            .likely
        ),
        FilingTagRule(
            "investigation",
            .investigation,
            items: ["4.02", "7.01", "8.01"],
            [
                "subpoena|subpoenas", "wells notice", "civil investigative demand",
                "internal|formal|criminal|independent investigation", "investigation by|into",
            ],
            .strong
        ),
        FilingTagRule("exit costs", .restructuring, items: ["2.05"], [], .certain),
        FilingTagRule(
            "restructuring plan",
            .restructuring,
            items: results + ["1.01"],
            ["restructuring plan|program", "workforce reduction", "reduction in force|workforce|headcount"],
            .likely
        ),
        FilingTagRule("bankruptcy", .bankruptcy, items: ["1.03"], [], .certain),
        FilingTagRule(
            "chapter 11",
            .bankruptcy,
            items: ["1.01", "2.04", "7.01", "8.01"],
            [
                "voluntary petition|petitions", "filed ..10 chapter 11|7",
                "chapter 11 of ..4 bankruptcy code", "chapter 11 cases",
            ],
            .strong
        ),
    ]
}
