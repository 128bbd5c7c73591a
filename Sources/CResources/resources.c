#include "CResources.h"

// `#embed` is C23, which this compiler takes in any mode with a warning; the paths are relative to this file.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char default_rules[] = {
#embed "../Scores/Rules/default-rules.yaml"
};

static const unsigned char site_css[] = {
#embed "../Web/Static/site.css"
};

static const unsigned char charts_css[] = {
#embed "../Web/Static/charts.css" if_empty('\n')
};

static const unsigned char site_js[] = {
#embed "../Web/Static/site.js"
};

static const unsigned char icon_svg[] = {
#embed "../Web/Static/icon.svg"
};

static const unsigned char layout_template[] = {
#embed "../Web/Templates/layout.mustache"
};

static const unsigned char openapi_document[] = {
#embed "../Web/API/openapi.yaml"
};

static const market_echo_resource resources[] = {
    {"default-rules.yaml", default_rules, sizeof default_rules},
    {"site.css", site_css, sizeof site_css},
    {"charts.css", charts_css, sizeof charts_css},
    {"site.js", site_js, sizeof site_js},
    {"icon.svg", icon_svg, sizeof icon_svg},
    {"layout.mustache", layout_template, sizeof layout_template},
    {"openapi.yaml", openapi_document, sizeof openapi_document},
};

const market_echo_resource *market_echo_resources(void) { return resources; }

size_t market_echo_resource_count(void) { return sizeof resources / sizeof resources[0]; }

const unsigned char *market_echo_default_rules_bytes(void) { return default_rules; }

size_t market_echo_default_rules_size(void) { return sizeof default_rules; }
