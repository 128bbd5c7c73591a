import GRDB

/// The schema as a list of frozen migrations, forward only.
///
/// A migration names no type of the program.
enum Schema {
    /// All migrations in their order.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001-engine") { try $0.execute(sql: engineSchema) }
        migrator.registerMigration("0002-explanations-and-access") { try $0.execute(sql: readingSchema) }
        migrator.registerMigration("0003-sources") { try $0.execute(sql: sourcesSchema) }
        migrator.registerMigration("0005-prices") { try $0.execute(sql: pricesSchema) }
        migrator.registerMigration("0007-validation") { try $0.execute(sql: validationSchema) }
        return migrator
    }
}
