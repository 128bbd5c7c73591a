#ifndef MARKET_ECHO_RESOURCES_H
#define MARKET_ECHO_RESOURCES_H

#include <stddef.h>

// Files that are part of the program itself, embedded by the C compiler so that the binary needs no folder
// beside it. Each file has one function for its first byte and one for its size in bytes.

/// The first byte of the default rules file, UTF-8, not zero-terminated.
const unsigned char *market_echo_default_rules_bytes(void);

/// Size of the default rules file in bytes.
size_t market_echo_default_rules_size(void);

#endif
