#ifndef MARKET_ECHO_MEMORY_H
#define MARKET_ECHO_MEMORY_H

/// Gives free memory of the process back to the system where the C library can; does nothing elsewhere.
void market_echo_release_free_memory(void);

#endif
