extension PageForms {
    /// The pages as the program shows them.
    static let standard = PageForms(
        errorPage: { ErrorPage.bytes($0) },
        signInPage: { SignInPage.bytes($0) }
    )
}
