import Markup
import Mustache
import Scores

/// The frame around every page: head, navigation, footer with the disclaimer.
enum PageShell {
    /// A page of the navigation.
    enum Place: String, CaseIterable, Sendable {
        case overview = "/"
        case events = "/events"
        case backtesting = "/backtesting"
        case radarQuant = "/radarquant"
        case jobs = "/jobs"
        case about = "/about"

        /// Its name in the navigation.
        var name: String {
            switch self {
            case .overview: "Overview"
            case .events: "Events"
            case .backtesting: "Backtesting"
            case .radarQuant: "RadarQuant"
            case .jobs: "Jobs and data quality"
            case .about: "About"
            }
        }
    }

    /// What the template knows; a test compares its names with the template's tags.
    struct Context {
        struct Entry {
            let path: String
            let name: String
            let isCurrent: Bool
        }

        let title: String
        let description: String
        let iconPath: String
        let stylePath: String
        let scriptPath: String
        let pages: [Entry]
        let canSignOut: Bool
        let content: String
        let disclaimer: String
        let version: String
    }

    private static let template: MustacheTemplate = {
        do {
            return try MustacheTemplate(string: EmbeddedFile.named("layout.mustache").text)
        } catch {
            preconditionFailure("the layout template cannot be parsed: \(error)")
        }
    }()

    /// The whole document around a page's content.
    static func document(
        title: String,
        description: String,
        place: Place?,
        content: HTMLFragment,
        canSignOut: Bool,
        version: String
    ) -> String {
        template.render(
            Context(
                title: title,
                description: description,
                iconPath: StaticFile.icon.path,
                stylePath: StaticFile.style.path,
                scriptPath: StaticFile.script.path,
                pages: Place.allCases.map {
                    Context.Entry(path: $0.rawValue, name: $0.name, isCurrent: $0 == place)
                },
                canSignOut: canSignOut,
                content: String(decoding: content.bytes, as: UTF8.self),
                disclaimer: Wording.disclaimer,
                version: version
            )
        )
    }
}
