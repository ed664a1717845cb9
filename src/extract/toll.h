/* SPDX-License-Identifier: MIT
 *
 * What a count of people says of an event's toll: the whole of it, or a part. A part is told by
 * what is counted ("two civilians", "three others"), by where it stands, and by the events it is
 * of.
 */
#pragma once

#include "extract/cue-match.h"

/* "two men and a teenager were hurt": sets @claim to the count of the list that value @value is
 * part of, and its span. FALSE where there is no list. */
gboolean
fact_toll_add_up(const FactAnalysis *analysis, guint value, FactClaim *claim);

/* Whether value @value counts the rest, besides those told of before: "three others were hurt". */
gboolean
fact_toll_is_rest(const FactAnalysis *analysis, const FactAttribute *attribute, guint value);

/* Whether value @value, a bare number, is the age of whom the text names before it: "Tom Reed, 32
 * were hurt". */
gboolean
fact_toll_is_age(const FactAnalysis *analysis, guint value);

/* Whether the sentence of token @i tells of several events, which have no toll in common: "twelve
 * people were shot in five shootings". Two may be one story. */
gboolean
fact_toll_is_of_many(const FactAnalysis *analysis, guint i);

/* Whether token @i stands after the sentences that tell what the article is about. There an article
 * gives parts and other cases. */
gboolean
fact_toll_is_beyond_lead(const FactAnalysis *analysis, guint i);

/* The basis of the count that @match claims, NULL where it is of the whole; @is_sum: it was added
 * up; @basis: what the catalog's words gave. */
const char *
fact_toll_basis(const FactAnalysis *analysis, const FactCueMatch *match, gboolean is_sum,
                const char *basis);

/* Whether two bases tell of one whole: an article that counts the wounded besides the dead and then
 * the wounded again counts them twice. */
gboolean
fact_toll_is_same_whole(const char *a, const char *b);

/* Where the people told of one by one in @claim were killed by another (@by_another) and the gunman
 * took his own life, they are all but him. Else he may be who is told of: "died after he shot
 * himself". */
void
fact_toll_part_gunman(const FactAnalysis *analysis, gboolean by_another, FactClaim *claim);

/* "Killed two and then himself" is three with the gunman: sets @out_claim to them, as a lower bound
 * that contradicts nobody. FALSE where @claim does not leave him out, or he may live. */
gboolean
fact_toll_with_gunman(const FactAnalysis *analysis, const FactClaim *claim, FactClaim *out_claim);
