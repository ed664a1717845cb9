/* SPDX-License-Identifier: MIT
 *
 * One value read from the text at a token: number, unit, noun, range, and the wording around it.
 */
#pragma once

#include "value/numeral.h"
#include "value/unit-mark.h"

typedef struct {
    FactMention mention; /* of no use if silent */
    guint next;          /* token to go on from */
    gboolean is_silent;  /* nothing to report, but tokens up to next are done with */
} FactReading;

/* Reads the value at token @i, which ends before token @limit. FALSE if there is none. */
gboolean
fact_reading_read(const FactScan *scan, guint i, guint limit, FactReading *out_reading);
