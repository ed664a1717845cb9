/* SPDX-License-Identifier: MIT
 *
 * The noun that a number counts: "person" of "15 people", "school" of "three more new schools".
 */
#pragma once

#include "value/scan.h"

typedef struct {
    const char *noun; /* singular, folded */
    guint first;      /* its token */
    guint end;        /* one past it */
    gboolean is_plural;
    gboolean has_number; /* a measure of its own stands before it: "three 500-pound bombs" */
} FactHeadNoun;

/* Looks from token @i on, which follows a number, for the head of the noun phrase. @is_one: of a
 * single thing, so that the noun need not be a plural. */
gboolean
fact_head_noun_find(const FactScan *scan, guint i, gboolean is_one, FactHeadNoun *out_noun);

/* The singular of the word at @i, from the catalog or by the rules of spelling. */
const char *
fact_head_noun_singular(const FactScan *scan, guint i);
