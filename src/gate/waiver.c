/* SPDX-License-Identifier: MIT
 *
 * A waiver of an article takes the article's own claims out: a pair is waived when nothing else is
 * left on one of its sides. A waiver that names a subject nobody has heard of is a mistake; one
 * whose disagreement is gone is told, so that it can be taken out.
 */
#include "gate/waiver.h"

#include <string.h>

#define SHOWN_MAX 60

typedef struct {
    const FactWaiver *waiver;
    const char *path; /* of the file it stands in, for messages */
    gboolean is_used;
} Entry;

struct FactWaivers {
    GArray *entries; /* of Entry: those of the catalog, then by document */
    guint n_catalog;
    guint *first;       /* by document: its first entry; documents->len + 1 of them */
    GHashTable *folded; /* strings of waivers and findings -> folded, all owned */
};

/* Folding again for each pair would cost more than the rest of the gate. */
static const char *
fold(FactWaivers *waivers, const char *str)
{
    char *folded = g_hash_table_lookup(waivers->folded, str);

    if (folded == NULL) {
        folded = g_utf8_casefold(str, -1);
        g_hash_table_insert(waivers->folded, g_strdup(str), folded);
    }
    return folded;
}

static gboolean
is_named(FactWaivers *waivers, const char *wanted, const char *id, const char *label)
{
    const char *folded = NULL;

    if (wanted == NULL)
        return TRUE;
    folded = fold(waivers, wanted);
    return (id != NULL && strcmp(folded, fold(waivers, id)) == 0) ||
           (label != NULL && strcmp(folded, fold(waivers, label)) == 0);
}

static gboolean
is_about(FactWaivers *waivers, const FactWaiver *waiver, const FactFinding *finding)
{
    return is_named(waivers, waiver->attribute, finding->attribute_id, finding->attribute_label) &&
           is_named(waivers, waiver->subject, finding->subject_id, finding->subject_label);
}

static char *
place_of(const Entry *entry)
{
    return g_strdup_printf("%s:%u:%u", entry->path, entry->waiver->line, entry->waiver->column);
}

static gboolean
has_text(const char *str)
{
    return str != NULL && *str != '\0';
}

/* Dates are ISO: the last day, or month, or year, that a waiver is good for. */
static gboolean
has_ended(const char *until, const char *today)
{
    return today != NULL && strncmp(until, today, MIN(strlen(until), strlen(today))) < 0;
}

static gboolean
is_iso_date(const char *str)
{
    size_t len = strlen(str);

    if (len != 4 && len != 7 && len != 10)
        return FALSE;
    for (size_t i = 0; i < len; i++) {
        if (i == 4 || i == 7 ? str[i] != '-' : !g_ascii_isdigit(str[i]))
            return FALSE;
    }
    return TRUE;
}

/* Whether any claim or entity of the catalog is called so. */
typedef struct {
    GHashTable *names; /* folded ids and labels of subjects, owned */
    const FactCatalog *catalog;
} Known;

static gboolean
is_known(const Known *known, const char *name)
{
    g_autofree char *folded = g_utf8_casefold(name, -1);

    return g_hash_table_contains(known->names, folded) ||
           fact_catalog_find_entity(known->catalog, name) != NULL;
}

static gboolean
is_sound(const Entry *entry, const Known *known, const char *today, FactLog *log)
{
    const FactWaiver *waiver = entry->waiver;
    g_autofree char *place = place_of(entry);

    if (!has_text(waiver->reason)) {
        fact_log_error(log, "%s: a waiver needs a reason, and is refused without", place);
        return FALSE;
    }
    if (has_text(waiver->until) && !is_iso_date(waiver->until)) {
        fact_log_error(log, "%s: '%.*s' is no date; a waiver's end is written 2026-11-23", place,
                       SHOWN_MAX, waiver->until);
        return FALSE;
    }
    if (has_text(waiver->subject) && !is_known(known, waiver->subject)) {
        fact_log_error(log, "%s: the waiver is for '%.*s', which is no subject of any claim", place,
                       SHOWN_MAX, waiver->subject);
        return FALSE;
    }
    if (has_text(waiver->until) && has_ended(waiver->until, today)) {
        fact_log_note(log, "%s: the waiver ended with %s, and no longer applies", place,
                      waiver->until);
        return FALSE;
    }
    return TRUE;
}

static void
add_name(GHashTable *names, const char *name)
{
    if (name != NULL)
        g_hash_table_add(names, g_utf8_casefold(name, -1));
}

static gboolean
names_subjects(const GPtrArray *list)
{
    for (guint i = 0; list != NULL && i < list->len; i++) {
        if (has_text(((const FactWaiver *)g_ptr_array_index(list, i))->subject))
            return TRUE;
    }
    return FALSE;
}

static gboolean
needs_names(const GPtrArray *documents, const FactCatalog *catalog)
{
    if (names_subjects(catalog->waivers))
        return TRUE;
    for (guint i = 0; i < documents->len; i++) {
        if (names_subjects(((const FactDocument *)g_ptr_array_index(documents, i))->waivers))
            return TRUE;
    }
    return FALSE;
}

/* Claims come by document; one string is folded once for each run of claims that share it. */
static GHashTable *
collect_names(const FactFindings *findings, const FactClaim *claims)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < findings->claims_end; i++) {
        if (i > 0 && claims[i].subject_id == claims[i - 1].subject_id)
            continue;
        add_name(names, claims[i].subject_id);
        add_name(names, claims[i].subject_label);
    }
    for (guint i = 0; i < findings->findings->len; i++) {
        const FactFinding *finding = g_ptr_array_index(findings->findings, i);

        add_name(names, finding->subject_id);
        add_name(names, finding->subject_label);
    }
    return names;
}

static void
add_sound(FactWaivers *waivers, const GPtrArray *list, const char *path, const Known *known,
          const char *today, FactLog *log)
{
    for (guint i = 0; list != NULL && i < list->len; i++) {
        Entry entry = {g_ptr_array_index(list, i), path, FALSE};

        if (entry.waiver->path != NULL)
            entry.path = entry.waiver->path;
        if (is_sound(&entry, known, today, log))
            g_array_append_val(waivers->entries, entry);
    }
}

FactWaivers *
fact_waivers_new(const FactFindings *findings, const FactClaim *claims, const GPtrArray *documents,
                 const FactCatalog *catalog, const char *today, FactLog *log)
{
    FactWaivers *waivers = g_new0(FactWaivers, 1);
    g_autoptr(GHashTable) names = needs_names(documents, catalog)
                                      ? collect_names(findings, claims)
                                      : g_hash_table_new(g_str_hash, g_str_equal);
    Known known = {names, catalog};

    waivers->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    waivers->first = g_new0(guint, documents->len + 1);
    waivers->folded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    add_sound(waivers, catalog->waivers, "facts/waivers", &known, today, log);
    waivers->n_catalog = waivers->entries->len;
    for (guint32 i = 0; i < documents->len; i++) {
        const FactDocument *document = g_ptr_array_index(documents, i);

        waivers->first[i] = waivers->entries->len;
        add_sound(waivers, document->waivers, document->path, &known, today, log);
    }
    waivers->first[documents->len] = waivers->entries->len;
    return waivers;
}

void
fact_waivers_free(FactWaivers *waivers)
{
    if (waivers == NULL)
        return;
    g_array_unref(waivers->entries);
    g_free(waivers->first);
    g_hash_table_unref(waivers->folded);
    g_free(waivers);
}

/* Marks the entries from @first to @end that are about the finding; whether there is one. */
static gboolean
match_entries(FactWaivers *waivers, guint first, guint end, const FactFinding *finding)
{
    gboolean is_matched = FALSE;

    for (guint i = first; i < end; i++) {
        Entry *entry = &g_array_index(waivers->entries, Entry, i);

        if (!is_about(waivers, entry->waiver, finding))
            continue;
        entry->is_used = TRUE;
        is_matched = TRUE;
    }
    return is_matched;
}

/* Whether every document of the side has a waiver for it. */
static gboolean
is_side_waived(FactWaivers *waivers, const FactSide *side, const FactFinding *finding)
{
    guint n = 0;

    for (guint i = 0; i < side->sources->len; i++) {
        guint32 document = g_array_index(side->sources, FactSideSource, i).document;

        n +=
            match_entries(waivers, waivers->first[document], waivers->first[document + 1], finding);
    }
    return n > 0 && n == side->sources->len && !side->is_reference;
}

gboolean
fact_waivers_match(FactWaivers *waivers, const FactFinding *finding, const FactPair *pair)
{
    gboolean is_waived = match_entries(waivers, 0, waivers->n_catalog, finding);

    is_waived |=
        is_side_waived(waivers, &g_array_index(finding->sides, FactSide, pair->a), finding);
    is_waived |=
        is_side_waived(waivers, &g_array_index(finding->sides, FactSide, pair->b), finding);
    return is_waived;
}

void
fact_waivers_report_unused(const FactWaivers *waivers, FactLog *log)
{
    for (guint i = 0; i < waivers->entries->len; i++) {
        const Entry *entry = &g_array_index(waivers->entries, Entry, i);
        g_autofree char *place = NULL;

        if (entry->is_used)
            continue;
        place = place_of(entry);
        fact_log_note(log, "%s: the waiver no longer applies: there is nothing left to waive",
                      place);
    }
}
