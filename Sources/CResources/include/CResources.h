#ifndef MARKET_ECHO_RESOURCES_H
#define MARKET_ECHO_RESOURCES_H

#include <stddef.h>

// Files that are part of the program itself, embedded by the C compiler so that the binary needs no folder
// beside it.

/// A file inside the program.
typedef struct {
    /// Its name, zero-terminated.
    const char *name;
    /// Its first byte; not zero-terminated.
    const unsigned char *bytes;
    /// Its size in bytes.
    size_t size;
} market_echo_resource;

/// All files inside the program.
const market_echo_resource *market_echo_resources(void);

/// Number of files inside the program.
size_t market_echo_resource_count(void);

/// The first byte of the default rules file, UTF-8, not zero-terminated.
const unsigned char *market_echo_default_rules_bytes(void);

/// Size of the default rules file in bytes.
size_t market_echo_default_rules_size(void);

#endif
