/* SPDX-License-Identifier: MIT
 *
 * Ages: "27-year-old", "aged 27", "Ann Smith, 27, said".
 */
#pragma once

#include "value/amount.h"

/* Whether the amount is an age; @end, one past it, may grow over "old" and @first over "aged". */
gboolean
fact_age_is_said(const FactScan *scan, const FactAmount *amount, guint *first, guint *end);
