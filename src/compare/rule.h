/* SPDX-License-Identifier: MIT
 *
 * The rules by name, what each says of a pair, and what would make the pair go away. Names never
 * change their meaning and are never reused: they stand in the JSON output.
 */
#pragma once

#include "compare/verdict.h"

/* Silent ones: the pair is no disagreement. */
extern const FactRule FACT_RULE_MANY_VALUES;
extern const FactRule FACT_RULE_BOTH_ACCEPTED;
extern const FactRule FACT_RULE_BOTH_DENIED;
extern const FactRule FACT_RULE_DENIES_ANOTHER;
extern const FactRule FACT_RULE_OTHER_SCOPE;
extern const FactRule FACT_RULE_OTHER_PERIOD;
extern const FactRule FACT_RULE_INCOMPARABLE;
/* agree */
extern const FactRule FACT_RULE_SAME_VALUE;
/* scope-differs */
extern const FactRule FACT_RULE_PLACES_DIFFER;
extern const FactRule FACT_RULE_BASES_DIFFER;
extern const FactRule FACT_RULE_PERIODS_NEST;
/* changed-over-time */
extern const FactRule FACT_RULE_PERIOD_UNKNOWN;
extern const FactRule FACT_RULE_PERIODS_DIFFER;
extern const FactRule FACT_RULE_MOVED;
extern const FactRule FACT_RULE_SAME_DAY;
extern const FactRule FACT_RULE_BIRTHDAY;
/* changed-over-time or, of what does not move, scope-differs; then scope-differs */
extern const FactRule FACT_RULE_ARTICLE_GIVES_BOTH;
extern const FactRule FACT_RULE_LATER_MENTION;
extern const FactRule FACT_RULE_OTHER_EVENT;
extern const FactRule FACT_RULE_PRELIMINARY;
extern const FactRule FACT_RULE_STAGES;
extern const FactRule FACT_RULE_OTHER_TERMS;
extern const FactRule FACT_RULE_CONVERTED;
/* rounding */
extern const FactRule FACT_RULE_COARSER_PRECISION;
/* disputed */
extern const FactRule FACT_RULE_SPEAKERS_DIFFER;
/* refines */
extern const FactRule FACT_RULE_CLOSE_TO_BOUND;
extern const FactRule FACT_RULE_WITHIN;
extern const FactRule FACT_RULE_OVERLAP;
extern const FactRule FACT_RULE_JUST_OVER;
extern const FactRule FACT_RULE_PART_OF;
extern const FactRule FACT_RULE_SUBSET;
extern const FactRule FACT_RULE_INDEFINITE;
/* conflict */
extern const FactRule FACT_RULE_DENIED;
extern const FactRule FACT_RULE_ACCEPTED_FACT;
extern const FactRule FACT_RULE_BOUNDS_EXCLUDE;
extern const FactRule FACT_RULE_VALUES_DIFFER;
extern const FactRule FACT_RULE_STATEMENTS_DIFFER;
extern const FactRule FACT_RULE_NOTHING_SHARED;

/* All rules, ended by NULL. */
extern const FactRule *const FACT_RULES[];
