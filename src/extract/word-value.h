/* SPDX-License-Identifier: MIT
 *
 * Values that are words of a list: "the chest" of a wound, "half-brother" of a kinship. What
 * several words joined by "and" say is one value, so that "face and chest" is no other wound than
 * "chest".
 */
#pragma once

#include "extract/analysis.h"

typedef struct {
    guint first; /* tokens */
    guint last;
    const char *meaning; /* "chest and face": sorted, each once, in the arena */
} FactWordValue;

/* The value of @words that begins at token @i / ends with it; FALSE for none. With @is_alone no
 * noun may go on from it: "in the head", but not "the head office". */
gboolean
fact_word_value_forward(const FactAnalysis *analysis, const FactWording *words, guint i,
                        guint limit, gboolean is_alone, FactWordValue *out_value);

gboolean
fact_word_value_backward(const FactAnalysis *analysis, const FactWording *words, guint i,
                         guint limit, FactWordValue *out_value);
