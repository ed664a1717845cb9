/* SPDX-License-Identifier: MIT */
#include "cli/account.h"

#include "compare/reason.h"
#include "compare/verdict.h"
#include "report/escape.h"
#include "report/excerpt.h"
#include "report/view.h"

#include <string.h>

/* Claims of a side that are shown; a side of a large corpus has thousands. */
#define CLAIMS_MAX 5
/* Of a key that is silent. */
#define REASONS_MAX 10

void
fact_account_line(GString *out, guint indent, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    for (guint i = 0; i < indent; i++)
        g_string_append_c(out, ' ');
    fact_escape_terminal(out, text, strlen(text));
    g_string_append_c(out, '\n');
}

static void
append_part(GString *out, const char *name, const char *text)
{
    if (text != NULL && text[0] != '\0')
        g_string_append_printf(out, "; %s %s", name, text);
}

static const char *
place_label(const FactRun *run, const char *place)
{
    const FactEntity *entity = place != NULL ? fact_catalog_find_entity(run->catalog, place) : NULL;

    return entity != NULL ? entity->label : place;
}

/* "DeepSeek R1 ("R1") · training cost = $6 million; period 2025; confidence 0.95" */
static void
append_reading(const FactRun *run, const FactClaim *claim, GString *out)
{
    g_string_append(out, claim->subject_label);
    if (claim->subject_text != NULL && claim->subject_text[0] != '\0' &&
        g_strcmp0(claim->subject_text, claim->subject_label) != 0)
        g_string_append_printf(out, " (\"%s\")", claim->subject_text);
    g_string_append_printf(out, " · %s %s ", claim->attribute_label,
                           claim->polarity == FACT_POLARITY_DENIED ? "is not" : "=");
    fact_value_format(run->catalog, &claim->value, out);
    append_part(out, "period", claim->period);
    append_part(out, "place", place_label(run, claim->place));
    append_part(out, "basis", claim->basis);
    append_part(out, "hedge", claim->hedge);
    append_part(out, "said by", claim->speaker);
    if (claim->mood != FACT_MOOD_FACT)
        append_part(out, "mood", fact_mood_to_string((FactMood)claim->mood));
    g_string_append_printf(out, "; confidence %u.%02u", claim->confidence / 100u,
                           claim->confidence % 100u);
}

void
fact_account_claim(FactRun *run, guint index, GString *out)
{
    const FactReportInput input = fact_run_report_input(run);
    const FactClaim *claim = &input.claims[index];
    const FactDocument *document = fact_view_document(&input, index);
    g_autoptr(GString) reading = g_string_new(NULL);
    g_autoptr(GString) place = g_string_new(NULL);
    g_auto(FactExcerpt) excerpt = {0};

    fact_view_append_place(&input, index, place);
    fact_account_line(out, 4, "%s%s%s", place->str,
                      document->published != NULL && document->published[0] != 0 ? ", published "
                                                                                 : "",
                      document->published != NULL ? document->published : "");
    if (fact_excerpt_get(&input, index, 0, &excerpt))
        fact_account_line(out, 6, "%s[%s]%s", excerpt.before, excerpt.quote, excerpt.after);
    append_reading(run, claim, reading);
    fact_account_line(out, 6, "read as: %s", reading->str);
}

static void
append_side(FactRun *run, const FactSide *side, guint number, GString *out)
{
    const FactReportInput input = fact_run_report_input(run);
    g_autoptr(GString) value = g_string_new(NULL);
    g_autoptr(GString) support = g_string_new(NULL);

    fact_view_append_value(&input, side, value);
    fact_view_append_support(&input, side, support);
    fact_account_line(out, 2, "(%u) %s, %s", number, value->str, support->str);
    if (side->is_reference)
        fact_account_line(out, 4, "accepted fact: %s",
                          side->reference_title != NULL ? side->reference_title : "");
    for (guint i = 0; i < MIN(side->claims->len, CLAIMS_MAX); i++)
        fact_account_claim(run, g_array_index(side->claims, guint32, i), out);
    if (side->claims->len > CLAIMS_MAX)
        fact_account_line(out, 4, "and %u more", side->claims->len - CLAIMS_MAX);
}

static const char *
describe_state(FactPairState state)
{
    switch (state) {
    case FACT_PAIR_NEW:
        return NULL;
    case FACT_PAIR_KNOWN:
        return "not counted: the baseline knows it";
    case FACT_PAIR_WAIVED:
        return "not counted: it is waived";
    case FACT_PAIR_ELSEWHERE:
        return "not counted: no changed article has part in it";
    case FACT_PAIR_FILTERED:
        return "not counted: --only, --ignore or --min-confidence leaves it out";
    }
    return NULL;
}

static void
append_pair(const FactPair *pair, GString *out)
{
    const FactRule *rule = fact_rule_find(pair->rule);
    const char *state = describe_state((FactPairState)pair->state);

    fact_account_line(out, 2, "(%u) and (%u): %s, %s%s", pair->a + 1, pair->b + 1,
                      fact_verdict_to_string(pair->verdict),
                      fact_severity_to_string(pair->severity),
                      pair->is_within_one_document ? ", in one article" : "");
    fact_account_line(out, 4, "why: %s", pair->message);
    fact_account_line(out, 4, "rule: %s", pair->rule);
    if (rule != NULL)
        fact_account_line(out, 4, "to make it go away: %s", rule->remedy);
    if (state != NULL)
        fact_account_line(out, 4, "%s", state);
    fact_account_line(out, 4, "fingerprint: %s", pair->fingerprint);
}

void
fact_account_finding(FactRun *run, const FactFinding *finding, GString *out)
{
    g_autoptr(GString) key = g_string_new(NULL);

    fact_view_append_key(finding, key);
    fact_account_line(out, 0, "%s: %s", fact_severity_to_string(finding->severity), key->str);
    fact_account_line(out, 2, "%s, finding %s", fact_verdict_to_string(finding->verdict),
                      finding->id);
    if (finding->message != NULL)
        fact_account_line(out, 2, "%s", finding->message);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < finding->sides->len; i++)
        append_side(run, &g_array_index(finding->sides, FactSide, i), i + 1, out);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < finding->pairs->len; i++)
        append_pair(&g_array_index(finding->pairs, FactPair, i), out);
    g_string_append_c(out, '\n');
}

/* -- silence ---------------------------------------------------------------------------------- */

static gboolean
matches(const char *text, const char *wanted)
{
    if (text == NULL)
        return FALSE;
    g_autofree char *folded_text = g_utf8_casefold(text, -1);
    g_autofree char *folded_wanted = g_utf8_casefold(wanted, -1);
    return strstr(folded_text, folded_wanted) != NULL;
}

static gboolean
claim_matches(const FactClaim *claim, const char *subject, const char *attribute)
{
    return (matches(claim->subject_id, subject) || matches(claim->subject_label, subject) ||
            matches(claim->subject_text, subject)) &&
           (matches(claim->attribute_id, attribute) || matches(claim->attribute_label, attribute));
}

static gboolean
group_matches(const FactRun *run, const FactClaimGroup *group, const char *subject,
              const char *attribute)
{
    const FactClaim *claims = fact_corpus_get_claims(run->corpus);

    for (guint i = 0; i < group->n_claims; i++) {
        const FactClaim *claim = &claims[group->claims[i]];
        if (claim_matches(claim, subject, attribute))
            return TRUE;
        if (i == 0 &&
            (matches(group->key.subject, subject) || matches(group->subject_label, subject)) &&
            (matches(claim->attribute_id, attribute) || matches(claim->attribute_label, attribute)))
            return TRUE;
    }
    return FALSE;
}

static const FactFinding *
find_finding(const FactRun *run, const FactClaimKey *key)
{
    const GPtrArray *findings = run->findings->findings;

    for (guint i = 0; i < findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings, i);
        if (finding->group == key->group && finding->subject_id == key->subject &&
            finding->attribute_id == key->attribute)
            return finding;
    }
    return NULL;
}

static guint
count_documents(const FactRun *run, const FactClaimGroup *group)
{
    const FactClaim *claims = fact_corpus_get_claims(run->corpus);
    guint n = 0;

    for (guint i = 0; i < group->n_claims; i++)
        n += i == 0 || claims[group->claims[i]].document != claims[group->claims[i - 1]].document;
    return n;
}

/* Why a key with a finding may print nothing, pair by pair. */
static void
append_pairs(FactRun *run, const FactFinding *finding, GString *out)
{
    FactSeverity show = fact_settings_report(&run->settings, FALSE).show;

    for (guint i = 0; i < finding->pairs->len; i++) {
        const FactPair *pair = &g_array_index(finding->pairs, FactPair, i);
        append_pair(pair, out);
        if (pair->state == FACT_PAIR_NEW && pair->severity < show)
            fact_account_line(out, 4, "not printed: it is below --show %s",
                              fact_severity_to_string(show));
    }
}

/* What keeps a key without a finding silent. */
static void
append_reasons(FactRun *run, const FactClaimGroup *group, GString *out)
{
    g_autoptr(GPtrArray) reasons =
        fact_reasons_of_group(run->catalog, group, fact_corpus_get_claims(run->corpus),
                              fact_corpus_get_documents(run->corpus));

    if (reasons->len == 0)
        fact_account_line(out, 2, "silent: %s",
                          count_documents(run, group) == 1
                              ? "one article alone says it, and agrees with itself"
                              : "all say the same");
    for (guint i = 0; i < MIN(reasons->len, REASONS_MAX); i++) {
        const FactReason *reason = g_ptr_array_index(reasons, i);
        fact_account_line(out, 2, "silent: %s", reason->message);
        if (reason->rule != NULL)
            fact_account_line(out, 4, "rule: %s", reason->rule);
        if (reason->remedy != NULL)
            fact_account_line(out, 4, "to change that: %s", reason->remedy);
    }
    if (reasons->len > REASONS_MAX)
        fact_account_line(out, 2, "and %u more", reasons->len - REASONS_MAX);
}

static void
append_group(FactRun *run, const FactClaimGroup *group, GString *out)
{
    const FactClaim *first = &fact_corpus_get_claims(run->corpus)[group->claims[0]];

    fact_account_line(out, 0, "%s%s%s · %s", group->key.group,
                      group->key.group[0] != '\0' ? ": " : "", group->subject_label,
                      first->attribute_label);
    for (guint i = 0; i < MIN(group->n_claims, CLAIMS_MAX * 2); i++)
        fact_account_claim(run, group->claims[i], out);
    if (group->n_claims > CLAIMS_MAX * 2)
        fact_account_line(out, 4, "and %u more", group->n_claims - CLAIMS_MAX * 2);
    const FactFinding *finding = find_finding(run, &group->key);
    if (finding != NULL)
        append_pairs(run, finding, out);
    else
        append_reasons(run, group, out);
    g_string_append_c(out, '\n');
}

/* Claims that never reach the table: plans, forecasts and the like. */
static guint
append_no_facts(FactRun *run, const char *subject, const char *attribute, GString *out)
{
    const FactClaim *claims = fact_corpus_get_claims(run->corpus);
    guint n = 0;

    for (guint i = 0; i < fact_corpus_get_n_claims(run->corpus); i++) {
        if (claims[i].mood == FACT_MOOD_FACT || !claim_matches(&claims[i], subject, attribute))
            continue;
        if (n++ == 0)
            fact_account_line(out, 0, "not compared, because it is not told as a fact:");
        if (n <= CLAIMS_MAX)
            fact_account_claim(run, i, out);
    }
    return n;
}

/* What comes near: attributes that were read of the subject, subjects of the attribute. */
static void
append_near(FactRun *run, const GPtrArray *groups, const char *subject, const char *attribute,
            GString *out)
{
    const FactClaim *claims = fact_corpus_get_claims(run->corpus);
    guint n = 0;

    fact_account_line(out, 0, "nothing was read of \"%s\" and \"%s\"", subject, attribute);
    for (guint i = 0; i < groups->len && n < CLAIMS_MAX * 2; i++) {
        const FactClaimGroup *group = g_ptr_array_index(groups, i);
        const FactClaim *first = &claims[group->claims[0]];
        if (!group_matches(run, group, subject, "") && !group_matches(run, group, "", attribute))
            continue;
        if (n++ == 0)
            fact_account_line(out, 0, "near it:");
        fact_account_line(out, 2, "%s · %s, %u claims", group->subject_label,
                          first->attribute_label, group->n_claims);
    }
}

gboolean
fact_account_silence(FactRun *run, const char *subject, const char *attribute, GString *out)
{
    g_autoptr(GPtrArray) groups = 
        fact_claim_table_sorted(fact_corpus_get_table(run->corpus), NULL, NULL);
    guint n = 0;

    for (guint i = 0; i < groups->len; i++) {
        const FactClaimGroup *group = g_ptr_array_index(groups, i);
        if (!group_matches(run, group, subject, attribute))
            continue;
        append_group(run, group, out);
        n++;
    }
    n += append_no_facts(run, subject, attribute, out);
    if (n == 0)
        append_near(run, groups, subject, attribute, out);
    return n > 0;
}
