#include "CMemory.h"

#if defined(__linux__)
#include <features.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#endif

void market_echo_release_free_memory(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

void market_echo_share_memory_arenas(int arenas) {
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, arenas);
#else
    (void)arenas;
#endif
}
