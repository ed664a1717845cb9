/* SPDX-License-Identifier: MIT
 *
 * A doubt about time, place, part or identity lowers a verdict: these are asked before what raises
 * it, but for the last ones, which look at values that exclude each other.
 */
#include "compare/scope-rules.h"

#include "compare/movement.h"
#include "compare/period.h"
#include "compare/rule.h"
#include "value/date.h"

/* Two amounts by this factor apart are no slip: in one article, of one person's ages in one
 * article, and in one story. */
#define SLIP_IN_ARTICLE 4
#define SLIP_OF_AGE_IN_ARTICLE 1.5
#define SLIP_IN_STORY 20
/* Minutes by which two times of a day are too far apart to be one event's. */
#define OTHER_EVENT_MINUTES 180
/* The factor by which two tolls of events before are, where not both tell the year. */
#define SLIP_OF_EARLIER 1.5
/* The factor by which two sums are, of which the one may take in what the other leaves out. */
#define OTHER_TERMS 1.5
/* The factor by which the ages of one who is not named are; of small children a year is more. */
#define SLIP_OF_VICTIM 1.4
/* Days by which two dates are: articles name weekdays, and when an article is of is not always
 * known. */
#define OTHER_EVENT_DAYS 5
/* Years by which two ages of one name are two people's where no topic says that it is one: of 38
 * such pairs over 2,905 articles none further apart was one person. */
#define NAMESAKES_YEARS 10
/* A million for a billion is a slip, and wants a look; beyond that one of the two was misread. */
#define SLIP_ANYWHERE 10000

gboolean
fact_scope_judge_places(const FactPairing *pair, FactJudgement *judgement)
{
    if (g_strcmp0(pair->a->place, pair->b->place) == 0)
        return FALSE;
    if (fact_pairing_is_breakdown(pair))
        return fact_pairing_silence(judgement, &FACT_RULE_OTHER_SCOPE);
    return fact_pairing_decide(judgement, &FACT_RULE_PLACES_DIFFER, FACT_VERDICT_SCOPE_DIFFERS,
                               pair);
}

/* Events of years before are told in passing, and which of one year they are nobody says. */
static gboolean
is_of_earlier_event(const FactPairing *pair)
{
    return pair->policy->attribute != NULL && pair->policy->attribute->is_earlier;
}

gboolean
fact_scope_judge_bases(const FactPairing *pair, FactJudgement *judgement)
{
    if (g_strcmp0(pair->a->basis, pair->b->basis) == 0)
        return is_of_earlier_event(pair) && pair->has_shared &&
               fact_pairing_silence(judgement, &FACT_RULE_OTHER_EVENT);
    if (is_of_earlier_event(pair)) /* an event whose year is not told may be any of them */
        return (pair->has_shared || (pair->a->basis != NULL && pair->b->basis != NULL) ||
                (pair->relation == FACT_RELATION_DISJOINT &&
                 fact_pairing_is_apart(pair, SLIP_OF_EARLIER))) &&
               fact_pairing_silence(judgement, &FACT_RULE_OTHER_EVENT);
    if (fact_pairing_is_breakdown(pair) || fact_pairing_is_apart(pair, SLIP_ANYWHERE))
        return fact_pairing_silence(judgement, &FACT_RULE_OTHER_SCOPE); /* of a share, and of all */
    return fact_pairing_decide(judgement, &FACT_RULE_BASES_DIFFER, FACT_VERDICT_SCOPE_DIFFERS,
                               pair);
}

/* A figure of another year is another figure: a series of yearly revenues is no finding. Names and
 * flags are different: who held the office in another year is news. */
gboolean
fact_scope_judge_periods(const FactPairing *pair, FactJudgement *judgement)
{
    const char *a = pair->a->period;
    const char *b = pair->b->period;
    FactRelation relation;

    if (g_strcmp0(a, b) == 0)
        return FALSE;
    relation = fact_period_relate(pair->comparison->catalog, a, b);
    if (relation == FACT_RELATION_EQUAL)
        return FALSE;
    if (fact_pairing_is_breakdown(pair))
        return fact_pairing_silence(judgement, &FACT_RULE_OTHER_PERIOD);
    if (a == NULL || b == NULL)
        return fact_pairing_decide(judgement, &FACT_RULE_PERIOD_UNKNOWN,
                                   FACT_VERDICT_CHANGED_OVER_TIME, pair);
    if (relation == FACT_RELATION_INSIDE || relation == FACT_RELATION_CONTAINS)
        return fact_pairing_decide(judgement, &FACT_RULE_PERIODS_NEST, FACT_VERDICT_SCOPE_DIFFERS,
                                   pair);
    if (fact_value_is_numeric(pair->a->value))
        return fact_pairing_silence(judgement, &FACT_RULE_OTHER_PERIOD);
    return fact_pairing_decide(judgement, &FACT_RULE_PERIODS_DIFFER, FACT_VERDICT_CHANGED_OVER_TIME,
                               pair);
}

/* "Shares fell 12 points" is of the article's day, and another day has another fall. A topic would
 * say that it is one. */
static gboolean
are_loose_changes(const FactPairing *pair)
{
    return !fact_pairing_is_topical(pair) &&
           (pair->a->value->flags & pair->b->value->flags & FACT_VALUE_IS_CHANGE) != 0;
}

gboolean
fact_scope_judge_movement(const FactPairing *pair, FactJudgement *judgement)
{
    const FactCatalog *catalog = pair->comparison->catalog;
    FactMovement movement = fact_movement_explain(catalog, pair->policy->moves, pair->a, pair->b);

    if (movement == FACT_MOVEMENT_NONE && are_loose_changes(pair) &&
        fact_movement_explain(catalog, FACT_MOVES_ANY, pair->a, pair->b) == FACT_MOVEMENT_LATER)
        movement = FACT_MOVEMENT_LATER;
    switch (movement) {
    case FACT_MOVEMENT_NONE:
        return FALSE;
    case FACT_MOVEMENT_UNKNOWN:
        fact_pairing_doubt(judgement, "it changes with time, and not all dates are known");
        return FALSE;
    case FACT_MOVEMENT_LATER:
        return fact_pairing_decide(judgement, &FACT_RULE_MOVED, FACT_VERDICT_CHANGED_OVER_TIME,
                                   pair);
    case FACT_MOVEMENT_SAME_DAY:
        return fact_pairing_decide(judgement, &FACT_RULE_SAME_DAY, FACT_VERDICT_CHANGED_OVER_TIME,
                                   pair);
    case FACT_MOVEMENT_BIRTHDAY:
        return fact_pairing_decide(judgement, &FACT_RULE_BIRTHDAY, FACT_VERDICT_CHANGED_OVER_TIME,
                                   pair);
    }
    return FALSE;
}

/* Charged, then convicted: words for what moves are stages of it. */
gboolean
fact_scope_judge_stages(const FactPairing *pair, FactJudgement *judgement)
{
    return pair->a->value->type == FACT_VALUE_TEXT && fact_pairing_is_moving(pair->policy->moves) &&
           fact_pairing_decide(judgement, &FACT_RULE_STAGES, FACT_VERDICT_CHANGED_OVER_TIME, pair);
}

/* "A preliminary magnitude of 4.4" is said to be mended. */
gboolean
fact_scope_judge_preliminary(const FactPairing *pair, FactJudgement *judgement)
{
    return pair->a->is_preliminary != pair->b->is_preliminary &&
           fact_pairing_decide(judgement, &FACT_RULE_PRELIMINARY, FACT_VERDICT_CHANGED_OVER_TIME,
                               pair);
}

/* What the catalog says of the attribute: no two agencies differ by a whole magnitude. */
static gboolean
is_too_far_apart(const FactPairing *pair)
{
    const FactAttribute *attribute = pair->policy->attribute;
    if (attribute == NULL ||
        (attribute->apart.relative.coefficient == 0 && attribute->apart.absolute.coefficient == 0))
        return FALSE;
    return fact_value_compare(pair->comparison->catalog, pair->a->value, pair->b->value,
                              &attribute->apart) == FACT_RELATION_DISJOINT;
}

/* Two times of an event that slips of a pen do not explain, or one that tells no day at all: "last
 * week". */
static gboolean
is_other_day(const FactPairing *pair)
{
    const FactValue *a = pair->a->value;
    const FactValue *b = pair->b->value;

    if (a->type != FACT_VALUE_DATE || b->type != FACT_VALUE_DATE)
        return FALSE;
    return fact_date_times_apart(a, b) >= OTHER_EVENT_MINUTES ||
           fact_date_days_apart(a, b) >= OTHER_EVENT_DAYS ||
           (!fact_pairing_is_open(pair) && pair->policy->attribute->time != NULL &&
            !fact_date_are_days(a, b));
}

/* Two ages of one who is not named: of two people, if they are years apart. */
static gboolean
is_other_victim(const FactPairing *pair)
{
    const FactTolerance year = {.absolute = fact_decimal_new(1, 0)};
    const FactValue *a = pair->a->value;
    const FactValue *b = pair->b->value;

    if (a->type != FACT_VALUE_DURATION || b->type != FACT_VALUE_DURATION ||
        pair->policy->moves != FACT_MOVES_AGE)
        return FALSE;
    return fact_pairing_is_apart(pair, SLIP_OF_VICTIM) &&
           fact_value_compare(pair->comparison->catalog, a, b, &year) == FACT_RELATION_DISJOINT;
}

/* What no article on the story leads with, and what is of another order: a story names the dead of
 * greater events before it. */
gboolean
fact_scope_judge_other_event(const FactPairing *pair, FactJudgement *judgement)
{
    if (fact_pairing_is_apart(pair, SLIP_ANYWHERE) || is_too_far_apart(pair))
        return fact_pairing_decide(judgement, &FACT_RULE_OTHER_EVENT, FACT_VERDICT_SCOPE_DIFFERS,
                                   pair);
    if (!g_str_equal(pair->key->subject, FACT_SUBJECT_STORY) ||
        pair->policy->cardinality != FACT_CARDINALITY_ONE)
        return FALSE;
    if (pair->policy->attribute != NULL && pair->policy->attribute->is_of_story)
        return fact_pairing_is_apart(pair, OTHER_TERMS)
                   ? fact_pairing_silence(judgement, &FACT_RULE_OTHER_EVENT)
                   : fact_pairing_decide(judgement, &FACT_RULE_OTHER_TERMS,
                                         FACT_VERDICT_SCOPE_DIFFERS, pair);
    if (is_other_day(pair) || is_other_victim(pair))
        return fact_pairing_decide(judgement, &FACT_RULE_OTHER_EVENT, FACT_VERDICT_SCOPE_DIFFERS,
                                   pair);
    if (pair->a->n_leading == 0 || pair->b->n_leading == 0 || is_of_earlier_event(pair))
        return fact_pairing_decide(judgement, &FACT_RULE_LATER_MENTION, FACT_VERDICT_SCOPE_DIFFERS,
                                   pair);
    return fact_pairing_is_apart(pair, SLIP_IN_STORY) &&
           fact_pairing_decide(judgement, &FACT_RULE_OTHER_EVENT, FACT_VERDICT_SCOPE_DIFFERS, pair);
}

/* Words of a list: who was shot in the arm may have been shot in the leg as well. */
static gboolean
is_worded(const FactPairing *pair)
{
    return pair->policy->attribute != NULL && pair->policy->attribute->words != NULL;
}

/* One article gives both values, and nobody without it one of them: it tells what was before, or
 * speaks of two things that were read as one. Of a person or a product by name that is still a slip
 * worth a look; of the story as a whole it is most often a part, or a misreading. */
gboolean
fact_scope_judge_one_article(const FactPairing *pair, FactJudgement *judgement)
{
    if (pair->has_shared && is_worded(pair))
        return fact_pairing_decide(judgement, &FACT_RULE_ARTICLE_GIVES_BOTH,
                                   FACT_VERDICT_SCOPE_DIFFERS, pair);
    if (!pair->is_one_sided)
        return FALSE;
    if (fact_pairing_is_moving(pair->policy->moves))
        return fact_pairing_decide(judgement, &FACT_RULE_ARTICLE_GIVES_BOTH,
                                   FACT_VERDICT_CHANGED_OVER_TIME, pair);
    if (pair->key->subject[0] == FACT_SUBJECT_DESCRIPTION || pair->is_list ||
        fact_pairing_is_apart(pair, pair->policy->moves == FACT_MOVES_AGE ? SLIP_OF_AGE_IN_ARTICLE
                                                                          : SLIP_IN_ARTICLE))
        return fact_pairing_decide(judgement, &FACT_RULE_ARTICLE_GIVES_BOTH,
                                   FACT_VERDICT_SCOPE_DIFFERS, pair);
    fact_pairing_doubt(judgement, "one article gives both values");
    if (!pair->is_within_one)
        fact_pairing_doubt(judgement, "other articles side with one of them");
    return FALSE;
}

/* In a whole corpus two people go by one name sooner than one is given such ages. */
gboolean
fact_scope_judge_namesakes(const FactPairing *pair, FactJudgement *judgement)
{
    FactTolerance years = {.absolute = fact_decimal_new(NAMESAKES_YEARS, 0)};

    return pair->policy->moves == FACT_MOVES_AGE && !fact_pairing_is_topical(pair) &&
           fact_value_compare(pair->comparison->catalog, pair->a->value, pair->b->value, &years) ==
               FACT_RELATION_DISJOINT &&
           fact_pairing_decide(judgement, &FACT_RULE_OTHER_EVENT, FACT_VERDICT_SCOPE_DIFFERS, pair);
}
