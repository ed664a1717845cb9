/* SPDX-License-Identifier: MIT
 *
 * Interned strings: one copy of each, so that equality is equality of pointers. A pool is not
 * locked; each thread interns on its own and the corpus merges in document order. The order of
 * pointers means nothing and must never reach an output.
 */
#pragma once

#include <glib.h>
#include <stddef.h>

typedef struct FactStringPool FactStringPool;

FactStringPool *
fact_string_pool_new(void);

void
fact_string_pool_free(FactStringPool *pool);

/* The pool's copy of @len bytes of @str, NUL-terminated, valid as long as the pool. */
const char *
fact_string_pool_intern_len(FactStringPool *pool, const char *str, size_t len);

/* The same for a NUL-terminated string; NULL for NULL. */
const char *
fact_string_pool_intern(FactStringPool *pool, const char *str);

/* A copy of the array of @n strings, with a NULL after them, valid as long as the pool. The strings
 * themselves are interned too. */
const char *const *
fact_string_pool_intern_array(FactStringPool *pool, const char *const *strings, size_t n);

/* What strings were interned as, by their addresses, for those that come again and again. Zeros are
 * an empty one. It holds for as long as no string given to it is freed or changed. */
typedef struct {
    const char *from[64];
    const char *to[64];
} FactStringMemo;

/* The same as fact_string_pool_intern. */
static inline const char *
fact_string_memo_intern(FactStringMemo *memo, FactStringPool *pool, const char *str)
{
    /* Strings in an arena lie close together, those of the catalog anywhere. */
    guint slot = (guint)(((guintptr)str ^ (guintptr)str >> 6) % G_N_ELEMENTS(memo->from));

    if (str == NULL || memo->from[slot] == str)
        return str == NULL ? NULL : memo->to[slot];
    memo->from[slot] = str;
    memo->to[slot] = fact_string_pool_intern(pool, str);
    return memo->to[slot];
}

/* Number of distinct strings, and the bytes they take with their terminators. */
size_t
fact_string_pool_get_size(const FactStringPool *pool);

size_t
fact_string_pool_get_bytes(const FactStringPool *pool);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactStringPool, fact_string_pool_free)
