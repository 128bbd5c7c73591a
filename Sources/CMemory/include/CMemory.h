#ifndef MARKET_ECHO_MEMORY_H
#define MARKET_ECHO_MEMORY_H

/// Gives free memory of the process back to the system where the C library can; does nothing elsewhere.
void market_echo_release_free_memory(void);

/// Lets all threads share so many arenas where the C library has one for each, since what is free in one arena is of no
/// use to a thread of another; does nothing elsewhere.
void market_echo_share_memory_arenas(int arenas);

#endif
