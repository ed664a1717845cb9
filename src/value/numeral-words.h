/* SPDX-License-Identifier: MIT
 *
 * The part of a numeral that is words: "two hundred and five", "half a million", "dozens".
 */
#pragma once

#include "value/numeral.h"

/* Reads on from @numeral->end: number words that follow digits ("4 hundred million"), or all of a
 * number in words where @numeral holds no digits. FALSE if no number comes of it; @numeral is kept.
 */
gboolean
fact_numeral_read_words(const FactScan *scan, guint limit, FactNumeral *numeral);
