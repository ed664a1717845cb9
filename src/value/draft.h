/* SPDX-License-Identifier: MIT
 *
 * A value on its way, and the steps that reading.c takes with it. Each step looks at the tokens
 * around and changes the draft; none of them makes a mention.
 */
#pragma once

#include "value/amount.h"
#include "value/hedge.h"
#include "value/range.h"

typedef struct {
    const FactAmount *amount;
    FactValue *value; /* borrowed, of the reading that the draft is of */
    FactRange range;
    guint first;      /* of the wording */
    guint core;       /* of the value itself */
    guint end;        /* one past the value itself */
    guint last;       /* one past the wording after it */
    FactHedge before; /* the wording before it */
    FactHedge hedge;  /* between number and noun */
    gboolean has_plural;
} FactDraft;

/* Makes a share of the number where one is said: "one in three", "58 out of 100". */
gboolean
fact_draft_read_share(const FactScan *scan, guint limit, FactDraft *draft);

/* Finds the noun that the number counts and makes a count of it. */
void
fact_draft_read_noun(const FactScan *scan, guint limit, FactDraft *draft);

/* Whether the word "one" counts: a noun or "of the" follows, or wording before it says so. */
gboolean
fact_draft_is_counting_one(const FactScan *scan, const FactDraft *draft);

/* Whether a fraction in words is a number: a half is, where it is said of something. */
gboolean
fact_draft_is_counting_fraction(const FactScan *scan, const FactDraft *draft);

/* Takes in the wording around the value: "about", "or more". */
void
fact_draft_apply_hedge(const FactScan *scan, guint limit, FactDraft *draft);

/* Takes in what it did: "rose", "34% lower". */
void
fact_draft_apply_trend(const FactScan *scan, guint limit, FactDraft *draft);
