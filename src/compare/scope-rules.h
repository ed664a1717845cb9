/* SPDX-License-Identifier: MIT
 *
 * The rules of a verdict that ask whether two values are of one place, time, part and thing. A rule
 * that does not apply leaves the judgement alone and returns FALSE.
 */
#pragma once

#include "compare/pairing.h"

gboolean
fact_scope_judge_places(const FactPairing *pair, FactJudgement *judgement);

gboolean
fact_scope_judge_bases(const FactPairing *pair, FactJudgement *judgement);

gboolean
fact_scope_judge_periods(const FactPairing *pair, FactJudgement *judgement);

gboolean
fact_scope_judge_movement(const FactPairing *pair, FactJudgement *judgement);

gboolean
fact_scope_judge_stages(const FactPairing *pair, FactJudgement *judgement);

gboolean
fact_scope_judge_preliminary(const FactPairing *pair, FactJudgement *judgement);

gboolean
fact_scope_judge_other_event(const FactPairing *pair, FactJudgement *judgement);

gboolean
fact_scope_judge_one_article(const FactPairing *pair, FactJudgement *judgement);

gboolean
fact_scope_judge_namesakes(const FactPairing *pair, FactJudgement *judgement);
