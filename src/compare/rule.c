/* SPDX-License-Identifier: MIT
 *
 * The words of the rules. In sentences {a} and {b} are the two values, {inner} and {outer}, {small}
 * and {large} the same two by how they stand to each other; {speaker-a}, {day-a}, {period-a},
 * {place-a} and {basis-a} tell of the first value's claims.
 */
#include "compare/rule.h"

const FactRule FACT_RULE_MANY_VALUES = {"many-values",
                                        "{a} and {b} do not exclude each other: there can be many",
                                        "declare the attribute as one of one value"};
const FactRule FACT_RULE_BOTH_ACCEPTED = {"both-accepted", "{a} and {b} are both accepted facts",
                                          "take one of them out of facts/reference"};
const FactRule FACT_RULE_BOTH_DENIED = {
    "both-denied", "{a} and {b} are both denied, and go together", "nothing has to go away"};
const FactRule FACT_RULE_DENIES_ANOTHER = {
    "denies-another", "{a} and {b} go together: what one denies the other does not say",
    "nothing has to go away"};
const FactRule FACT_RULE_OTHER_SCOPE = {
    "other-scope", "{a} and {b} are said of different places or bases", "nothing has to go away"};
const FactRule FACT_RULE_OTHER_PERIOD = {
    "other-period", "{a} is of {period-a} and {b} of {period-b}", "nothing has to go away"};
const FactRule FACT_RULE_INCOMPARABLE = {"incomparable", "{a} and {b} have no common measure",
                                         "nothing has to go away"};
const FactRule FACT_RULE_SAME_VALUE = {"same-value", "{a} and {b} are the same",
                                       "nothing has to go away"};
const FactRule FACT_RULE_PLACES_DIFFER = {"places-differ",
                                          "{a} is said of {place-a} and {b} of {place-b}",
                                          "say both of one place, or none"};
const FactRule FACT_RULE_BASES_DIFFER = {
    "bases-differ", "{a} is counted as {basis-a} and {b} as {basis-b}", "give both on one basis"};
const FactRule FACT_RULE_PERIODS_NEST = {
    "periods-nest", "{a} is of {period-a} and {b} of {period-b}, one of which is part of the other",
    "give both for one period"};
const FactRule FACT_RULE_PERIOD_UNKNOWN = {
    "period-unknown",
    "{a} is of {period-a} and {b} of {period-b}, so they may speak of different times",
    "give both for one period"};
const FactRule FACT_RULE_PERIODS_DIFFER = {
    "periods-differ", "{a} was so in {period-a} and {b} in {period-b}", "give both for one period"};
const FactRule FACT_RULE_MOVED = {
    "moved", "{a} was reported on {day-a} and {b} on {day-b}, and this can change with time",
    "bring the earlier article up to date"};
const FactRule FACT_RULE_SAME_DAY = {
    "same-day", "{a} and {b} were reported on one day, within which this can change",
    "bring the earlier article up to date"};
const FactRule FACT_RULE_BIRTHDAY = {
    "birthday", "{a} was reported on {day-a} and {b} on {day-b}: a birthday between them is likely",
    "nothing has to go away"};
const FactRule FACT_RULE_ARTICLE_GIVES_BOTH = {
    "article-gives-both", "one article gives both {a} and {b}, as of two times or two parts",
    "tell in that article what each value is of"};
const FactRule FACT_RULE_LATER_MENTION = {"later-mention",
                                          "{a} and {b} differ, but one of them is told only after "
                                          "another value and may be of another event",
                                          "tell in that article what each value is of"};
const FactRule FACT_RULE_OTHER_EVENT = {
    "other-event", "{a} and {b} are so far apart that they are hardly of one thing",
    "tell in the articles what each value is of"};
const FactRule FACT_RULE_PRELIMINARY = {
    "preliminary", "one of {a} and {b} is given as a first value, to be mended",
    "give the later value in both"};
const FactRule FACT_RULE_OTHER_TERMS = {
    "other-terms", "{a} and {b} may both be right: one may take in what the other leaves out",
    "tell in the articles what each figure takes in"};
const FactRule FACT_RULE_CONVERTED = {
    "converted", "{a} and {b} may be two countries' money, made of a sum in a third's",
    "say whose money it is"};
const FactRule FACT_RULE_STAGES = {"stages", "{a} and {b} are two stages of one thing",
                                   "bring the earlier article up to date"};
const FactRule FACT_RULE_COARSER_PRECISION = {"coarser-precision",
                                              "{a} and {b} meet at the coarser one's precision",
                                              "give the finer value in both"};
const FactRule FACT_RULE_SPEAKERS_DIFFER = {
    "speakers-differ", "{a} is what {speaker-a} says, and {b} what {speaker-b} says",
    "say which of them is right, or give both in each article"};
const FactRule FACT_RULE_CLOSE_TO_BOUND = {
    "close-to-bound", "{inner} lies within {outer} and close to its bound, yet is not the same",
    "give the finer value in both"};
const FactRule FACT_RULE_WITHIN = {"within", "{inner} lies within {outer} and bears it out",
                                   "nothing has to go away"};
const FactRule FACT_RULE_OVERLAP = {"overlap", "{a} and {b} overlap, so both can hold",
                                    "give the finer value in both"};
const FactRule FACT_RULE_JUST_OVER = {
    "just-over", "{a} and {b} meet where the rounded one stands for a little more",
    "give the finer value in both"};
const FactRule FACT_RULE_PART_OF = {"part-of", "{inner} is part of {outer}",
                                    "name the same one in both"};
const FactRule FACT_RULE_SUBSET = {"subset", "{inner} is only part of {outer}",
                                   "name the same ones in both"};
const FactRule FACT_RULE_INDEFINITE = {
    "indefinite-count", "{small} is told of without a number, which does not exclude {large}",
    "give the number in both"};
const FactRule FACT_RULE_DENIED = {
    "denied", "{a} and {b} cannot both hold: one article denies what another says",
    "correct one of the two"};
const FactRule FACT_RULE_ACCEPTED_FACT = {
    "accepted-fact",
    "{a} and {b} cannot both hold, and {accepted} is an accepted fact{accepted-source}",
    "correct the article, or the accepted fact"};
const FactRule FACT_RULE_BOUNDS_EXCLUDE = {
    "bounds-exclude", "{a} and {b} exclude each other, and no rounding explains it",
    "correct one of the two"};
const FactRule FACT_RULE_VALUES_DIFFER = {"values-differ",
                                          "{a} and {b} are different, and one value is expected",
                                          "correct one of the two"};
const FactRule FACT_RULE_STATEMENTS_DIFFER = {
    "statements-differ", "two sentences say the same, but {a} stands in one and {b} in the other",
    "correct one of the two"};
const FactRule FACT_RULE_NOTHING_SHARED = {
    "nothing-shared", "{a} and {b} share no name, though each article is expected to name the same",
    "name the same ones in both"};

const FactRule *const FACT_RULES[] = {
    &FACT_RULE_MANY_VALUES,
    &FACT_RULE_BOTH_ACCEPTED,
    &FACT_RULE_BOTH_DENIED,
    &FACT_RULE_DENIES_ANOTHER,
    &FACT_RULE_OTHER_SCOPE,
    &FACT_RULE_OTHER_PERIOD,
    &FACT_RULE_INCOMPARABLE,
    &FACT_RULE_SAME_VALUE,
    &FACT_RULE_PLACES_DIFFER,
    &FACT_RULE_BASES_DIFFER,
    &FACT_RULE_PERIODS_NEST,
    &FACT_RULE_PERIOD_UNKNOWN,
    &FACT_RULE_PERIODS_DIFFER,
    &FACT_RULE_MOVED,
    &FACT_RULE_SAME_DAY,
    &FACT_RULE_BIRTHDAY,
    &FACT_RULE_ARTICLE_GIVES_BOTH,
    &FACT_RULE_LATER_MENTION,
    &FACT_RULE_OTHER_EVENT,
    &FACT_RULE_PRELIMINARY,
    &FACT_RULE_STAGES,
    &FACT_RULE_OTHER_TERMS,
    &FACT_RULE_CONVERTED,
    &FACT_RULE_COARSER_PRECISION,
    &FACT_RULE_SPEAKERS_DIFFER,
    &FACT_RULE_CLOSE_TO_BOUND,
    &FACT_RULE_WITHIN,
    &FACT_RULE_OVERLAP,
    &FACT_RULE_JUST_OVER,
    &FACT_RULE_PART_OF,
    &FACT_RULE_SUBSET,
    &FACT_RULE_INDEFINITE,
    &FACT_RULE_DENIED,
    &FACT_RULE_ACCEPTED_FACT,
    &FACT_RULE_BOUNDS_EXCLUDE,
    &FACT_RULE_VALUES_DIFFER,
    &FACT_RULE_STATEMENTS_DIFFER,
    &FACT_RULE_NOTHING_SHARED,
    NULL,
};

const FactRule *
fact_rule_find(const char *name)
{
    for (guint i = 0; FACT_RULES[i] != NULL; i++) {
        if (g_str_equal(FACT_RULES[i]->name, name))
            return FACT_RULES[i];
    }
    return NULL;
}
