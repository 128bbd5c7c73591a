#include "CResources.h"

// `#embed` is C23, which this compiler takes in any mode with a warning; the paths are relative to this file.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char default_rules[] = {
#embed "../Scores/Rules/default-rules.yaml"
};

const unsigned char *market_echo_default_rules_bytes(void) { return default_rules; }

size_t market_echo_default_rules_size(void) { return sizeof default_rules; }
