/* SPDX-License-Identifier: MIT
 *
 * Results of games and votes, and records: "3-2", "89-89", "52-3", "10-5-2".
 */
#pragma once

#include "value/scan.h"

/* Reads the score that begins with the NUMBER at @i: one past it, or @i if there is none. */
guint
fact_tally_read(const FactScan *scan, guint i, guint limit, FactValue *out_value);
