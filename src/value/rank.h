/* SPDX-License-Identifier: MIT
 *
 * Ranks: "third-largest", "21st", "second place".
 */
#pragma once

#include "value/numeral.h"

/* Whether an ordinal is a rank and not a name ("Fifth Avenue") or an adverb ("first"). */
gboolean
fact_rank_is_said(const FactScan *scan, const FactNumeral *numeral);
