// Records which boosters a process trains on which rows, so that another program can train the same ones.
//
// Loaded with LD_PRELOAD in front of libxgboost. MARKET_ECHO_TRACE names the file to write, MARKET_ECHO_TRACE_COLUMNS the columns
// that identify a row; further columns are written in full. Records are little-endian, each a letter and its fields:
//   M matrix u32, rows u32, columns u32, then a 64-bit hash per row, then the further columns row by row
//   L matrix u32, then a label per row          P booster u32, name and value as length u16 and bytes
//   U booster u32, matrix u32 (one round)       E booster u32, matrix u32 (one evaluation)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 1 << 16 };
typedef struct { const void *handle; uint32_t number; } Entry;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static FILE *out;
static uint64_t base_columns;
static Entry matrices[SLOTS], boosters[SLOTS];
static uint32_t matrix_count, booster_count;

__attribute__((constructor)) static void start(void) {
    const char *path = getenv("MARKET_ECHO_TRACE");
    const char *columns = getenv("MARKET_ECHO_TRACE_COLUMNS");
    if (path && columns) {
        out = fopen(path, "wb");
        base_columns = strtoull(columns, NULL, 10);
    }
}

__attribute__((destructor)) static void stop(void) {
    if (out) fclose(out);
}

// The newest number of a handle; XGBoost gives addresses of freed objects out again.
static Entry *find(Entry *table, const void *handle) {
    size_t slot = ((uintptr_t)handle >> 4) * 0x9E3779B97F4A7C15ull >> 48;
    while (table[slot].handle && table[slot].handle != handle) slot = (slot + 1) % SLOTS;
    return &table[slot];
}

static void remember(Entry *table, const void *handle, uint32_t number) {
    Entry *entry = find(table, handle);
    entry->handle = handle;
    entry->number = number;
}

static void put32(uint32_t value) { fwrite(&value, 4, 1, out); }

static void put_text(const char *text) {
    uint16_t length = (uint16_t)strlen(text);
    fwrite(&length, 2, 1, out);
    fwrite(text, 1, length, out);
}

static uint64_t hash_row(const float *row, uint64_t count) {
    uint64_t hash = 0xCBF29CE484222325ull;
    for (uint64_t index = 0; index < count; index++) {
        uint32_t bits;
        memcpy(&bits, &row[index], 4);
        if (row[index] != row[index]) bits = 0x7FC00000u;
        hash = (hash ^ bits) * 0x100000001B3ull;
    }
    return hash;
}

int XGDMatrixCreateFromMat_omp(
    const float *data, uint64_t rows, uint64_t columns, float missing, void **created, int threads) {
    static int (*next)(const float *, uint64_t, uint64_t, float, void **, int);
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, "XGDMatrixCreateFromMat_omp");
    int code = next(data, rows, columns, missing, created, threads);
    if (code != 0 || !out) return code;
    uint64_t own = columns < base_columns ? columns : base_columns;
    uint64_t *hashes = malloc(rows * sizeof *hashes);
    for (uint64_t row = 0; row < rows; row++) hashes[row] = hash_row(data + row * columns, own);
    pthread_mutex_lock(&lock);
    remember(matrices, *created, matrix_count);
    fputc('M', out);
    put32(matrix_count++);
    put32((uint32_t)rows);
    put32((uint32_t)columns);
    fwrite(hashes, 8, rows, out);
    for (uint64_t row = 0; row < rows; row++) fwrite(data + row * columns + own, 4, columns - own, out);
    pthread_mutex_unlock(&lock);
    free(hashes);
    return code;
}

int XGDMatrixSetFloatInfo(void *matrix, const char *field, const float *values, uint64_t count) {
    static int (*next)(void *, const char *, const float *, uint64_t);
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, "XGDMatrixSetFloatInfo");
    if (out && strcmp(field, "label") == 0) {
        pthread_mutex_lock(&lock);
        fputc('L', out);
        put32(find(matrices, matrix)->number);
        fwrite(values, 4, count, out);
        pthread_mutex_unlock(&lock);
    }
    return next(matrix, field, values, count);
}

int XGBoosterCreate(void *const *cached, uint64_t count, void **created) {
    static int (*next)(void *const *, uint64_t, void **);
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, "XGBoosterCreate");
    int code = next(cached, count, created);
    if (code == 0 && out) {
        pthread_mutex_lock(&lock);
        remember(boosters, *created, booster_count++);
        pthread_mutex_unlock(&lock);
    }
    return code;
}

int XGBoosterSetParam(void *booster, const char *name, const char *value) {
    static int (*next)(void *, const char *, const char *);
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, "XGBoosterSetParam");
    if (out) {
        pthread_mutex_lock(&lock);
        fputc('P', out);
        put32(find(boosters, booster)->number);
        put_text(name);
        put_text(value);
        pthread_mutex_unlock(&lock);
    }
    return next(booster, name, value);
}

static void record(char kind, void *booster, void *matrix) {
    pthread_mutex_lock(&lock);
    fputc(kind, out);
    put32(find(boosters, booster)->number);
    put32(find(matrices, matrix)->number);
    pthread_mutex_unlock(&lock);
}

int XGBoosterUpdateOneIter(void *booster, int round, void *matrix) {
    static int (*next)(void *, int, void *);
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, "XGBoosterUpdateOneIter");
    if (out) record('U', booster, matrix);
    return next(booster, round, matrix);
}

int XGBoosterEvalOneIter(
    void *booster, int round, void **watched, const char **names, uint64_t count, const char **text) {
    static int (*next)(void *, int, void **, const char **, uint64_t, const char **);
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, "XGBoosterEvalOneIter");
    if (out && count == 1) record('E', booster, watched[0]);
    return next(booster, round, watched, names, count, text);
}
