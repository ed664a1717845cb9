/* SPDX-License-Identifier: MIT */
#include "extract/analysis.h"

#include <string.h>

static FactExtractWording
find_wording(const FactCatalog *catalog)
{
    return (FactExtractWording){
        .attackers = fact_catalog_get_wording(catalog, "attackers"),
        .noun_synonyms = fact_catalog_get_wording(catalog, "noun-synonyms"),
        .several_events = fact_catalog_get_wording(catalog, "several-events"),
        .steps = fact_catalog_get_wording(catalog, "steps-of-an-event"),
        .sexes = fact_catalog_get_wording(catalog, "sexes"),
        .background = fact_catalog_get_wording(catalog, "background"),
        .clause_breaks = fact_catalog_get_wording(catalog, "clause-breaks"),
        .contrasts = fact_catalog_get_wording(catalog, "contrasts"),
        .words_of_killing = fact_catalog_get_wording(catalog, "words-of-killing"),
        .words_of_living = fact_catalog_get_wording(catalog, "words-of-living"),
        .changed_works = fact_catalog_get_wording(catalog, "changed-works"),
        .derived_works = fact_catalog_get_wording(catalog, "derived-works"),
        .denials = fact_catalog_get_wording(catalog, "denials"),
        .descriptions = fact_catalog_get_wording(catalog, "descriptions"),
        .hedges = fact_catalog_get_wording(catalog, "hedges"),
        .light_verbs = fact_catalog_get_wording(catalog, "light-verbs"),
        .light_words = fact_catalog_get_wording(catalog, "light-words"),
        .moods = fact_catalog_get_wording(catalog, "moods"),
        .name_heads = fact_catalog_get_wording(catalog, "name-heads"),
        .not_negations = fact_catalog_get_wording(catalog, "not-negations"),
        .open_synonyms = fact_catalog_get_wording(catalog, "open-synonyms"),
        .ranks = fact_catalog_get_wording(catalog, "ranks"),
        .sums = fact_catalog_get_wording(catalog, "sums"),
        .not_measures = fact_catalog_get_wording(catalog, "not-measures"),
        .part_words = fact_catalog_get_wording(catalog, "part-words"),
        .general_people = fact_catalog_get_wording(catalog, "general-people"),
        .groups_apart = fact_catalog_get_wording(catalog, "groups-counted-apart"),
        .street_words = fact_catalog_get_wording(catalog, "street-words"),
        .place_prepositions = fact_catalog_get_wording(catalog, "place-prepositions"),
        .seat_words = fact_catalog_get_wording(catalog, "seat-words"),
        .parts_of_companies = fact_catalog_get_wording(catalog, "parts-of-companies"),
        .deictics = fact_catalog_get_wording(catalog, "deictics"),
        .ago = fact_lexicon_find(catalog->lexicon, "ago", 3),
    };
}

static GPtrArray *
find_implying(const FactCatalog *catalog)
{
    GPtrArray *implying = g_ptr_array_new();
    for (guint i = 0; i < catalog->attributes->len; i++) {
        FactAttribute *attribute = g_ptr_array_index(catalog->attributes, i);
        if (attribute->implies != NULL)
            g_ptr_array_add(implying, attribute);
    }
    return implying;
}

/* What is asked of every word of many sentences is asked of several lists at once. */
static void
join_lists(FactAnalysis *analysis)
{
    const FactExtractWording *wording = &analysis->wording;
    fact_phrase_table_add_firsts(wording->moods->phrases, &analysis->modal_words);
    fact_phrase_table_add_firsts(wording->hedges->phrases, &analysis->modal_words);
    fact_phrase_table_add_firsts(wording->not_negations->phrases, &analysis->modal_words);
    fact_phrase_table_add_firsts(wording->background->phrases, &analysis->aside_words);
    fact_phrase_table_add_firsts(wording->sums->phrases, &analysis->aside_words);
}

void
fact_analysis_init(FactAnalysis *analysis, const FactCatalog *catalog)
{
    *analysis = (FactAnalysis){.catalog = catalog, .main_thing = FACT_NONE, .wording = find_wording(catalog)};
    join_lists(analysis);
    analysis->implying = find_implying(catalog);
    analysis->lists = fact_mention_lists_new(catalog);
    fact_tokens_init(&analysis->tokens, catalog->lexicon);
    analysis->acceptances = fact_acceptances_new(catalog);
    analysis->mentions = g_array_new(FALSE, FALSE, sizeof(FactMention));
    analysis->names = g_array_new(FALSE, FALSE, sizeof(FactName));
    analysis->things = g_array_new(FALSE, FALSE, sizeof(FactThing));
}

void
fact_analysis_clear(FactAnalysis *analysis)
{
    fact_tokens_clear(&analysis->tokens);
    fact_phrase_ends_clear(&analysis->modal_words);
    fact_phrase_ends_clear(&analysis->aside_words);
    g_clear_pointer(&analysis->implying, g_ptr_array_unref);
    g_clear_pointer(&analysis->lists, fact_mention_lists_free);
    g_clear_pointer(&analysis->acceptances, fact_acceptances_free);
    g_clear_pointer(&analysis->mentions, g_array_unref);
    g_clear_pointer(&analysis->names, g_array_unref);
    g_clear_pointer(&analysis->things, g_array_unref);
}

/* A token of two mentions is the first one's. */
static void
mark_values(FactAnalysis *analysis)
{
    for (guint i = analysis->mentions->len; i-- > 0;) {
        const FactMention *mention = fact_analysis_mention(analysis, i);
        for (guint j = mention->first; j < mention->last; j++) {
            analysis->tokens.tokens[j].kind |= FACT_ROLE_VALUE;
            analysis->value_of[j] = i;
        }
    }
}

/* What one look at every token finds out for the passes after it. */
typedef struct {
    guint *starts; /* words with a capital or a digit */
    guint n_starts;
    guint *quotes; /* quotation marks */
    guint n_quotes;
} Found;

/* 1 if @flags have @flag, else 0: a shift, no branch. */
static inline guint
has(guint flags, FactTokenFlags flag)
{
    return flags / flag & 1;
}

/* Looks at the tokens of sentence @s. Returns whether it is in Title Case or capitals through and
 * through: most words of four letters and more are capitalised. Nothing here branches by what a
 * token is, which no processor foresees. */
static gboolean
read_sentence(const FactTokens *tokens, guint s, guint *sentence_of, Found *found)
{
    guint last = tokens->sentences[s + 1];
    const FactToken *token = &tokens->tokens[tokens->sentences[s]];
    guint *start = found->starts + found->n_starts;
    guint *quote = found->quotes + found->n_quotes;
    guint words = 0;
    guint capitals = 0;
    for (guint i = tokens->sentences[s]; i < last; i++, token++) {
        guint flags = token->flags;
        guint is_word = has(flags, FACT_TOKEN_WORD);
        guint is_capital = has(flags, FACT_TOKEN_CAPITAL);
        guint is_long = is_word & (guint)(token->end - token->start >= 4);
        words += is_long;
        capitals += is_long & is_capital;
        sentence_of[i] = s;
        *start = i;
        start += is_word & (is_capital | has(flags, FACT_TOKEN_HAS_DIGIT));
        *quote = i;
        quote += has(flags, FACT_TOKEN_QUOTE);
    }
    found->n_starts = (guint)(start - found->starts);
    found->n_quotes = (guint)(quote - found->quotes);
    const FactToken *end = &tokens->tokens[last - 1];
    gboolean is_stopped =
        (end->flags & (FACT_TOKEN_PUNCT | FACT_TOKEN_SYMBOL)) != 0 && end->mark == '.';
    return words >= 3 && capitals * 10 >= words * (is_stopped ? 9 : 7);
}

/* Marks what stands between quotation marks; a quotation ends with its paragraph at the latest. */
static void
mark_speech(FactTokens *tokens, const Found *found)
{
    gboolean is_open = FALSE;
    guint from = 0; /* first token of the open quotation */
    for (guint k = 0; k <= found->n_quotes; k++) {
        guint quote = k < found->n_quotes ? found->quotes[k] : tokens->n;
        for (guint i = from; is_open && i <= quote && i < tokens->n; i++) {
            if ((tokens->tokens[i].flags & FACT_TOKEN_PARAGRAPH) != 0)
                is_open = FALSE;
            else if (i < quote || tokens->tokens[i].mark != '"')
                tokens->tokens[i].kind |= FACT_ROLE_SPEECH;
        }
        if (tokens->tokens[quote].mark == '"')
            is_open = !is_open;
        from = quote + 1;
    }
}

static void
read_sentences(FactAnalysis *analysis)
{
    FactTokens *tokens = &analysis->tokens;
    FactArena *arena = analysis->arena;
    gsize size = tokens->n + (gsize)1;
    guint *sentence_of = fact_arena_new_unset(arena, guint, size);
    Found found = {
        .starts = fact_arena_new_unset(arena, guint, size),
        .quotes = fact_arena_new_unset(arena, guint, size),
    };
    analysis->is_headline = fact_arena_new0(arena, uint8_t, tokens->n_sentences + (gsize)1);
    for (guint s = 0; s < tokens->n_sentences; s++)
        analysis->is_headline[s] = (uint8_t)read_sentence(tokens, s, sentence_of, &found);
    sentence_of[tokens->n] = MAX(tokens->n_sentences, 1) - 1;
    analysis->sentence_of = sentence_of;
    analysis->starts = found.starts;
    analysis->n_starts = found.n_starts;
    mark_speech(tokens, &found);
}

void
fact_analysis_start(FactAnalysis *analysis, const FactDocument *document, FactArena *arena)
{
    analysis->document = document;
    analysis->arena = arena;
    analysis->clock = fact_clock_parse(analysis->catalog, document->published);
    analysis->main_thing = FACT_NONE;
    g_array_set_size(analysis->mentions, 0);
    g_array_set_size(analysis->names, 0);
    g_array_set_size(analysis->things, 0);
    fact_tokens_split(&analysis->tokens, document->text, document->text_len);
    fact_mentions_scan(analysis->lists, &analysis->tokens, 0, analysis->tokens.n, analysis->clock, arena,
                       analysis->mentions);
    analysis->value_of = fact_arena_new_unset(arena, guint, analysis->tokens.n);
    analysis->name_of = fact_arena_new_unset(arena, guint, analysis->tokens.n);
    analysis->accepted = fact_arena_new0(arena, FactAcceptance *, analysis->mentions->len);
    analysis->sought = fact_arena_new0(arena, FactSought, 1);
    analysis->says = fact_arena_new0(arena, uint8_t, analysis->tokens.n_sentences + 1);
    fact_acceptances_trim(analysis->acceptances);
    read_sentences(analysis);
    mark_values(analysis);
}

guint
fact_analysis_value_from(const FactAnalysis *analysis, guint i)
{
    guint low = 0;
    guint high = analysis->mentions->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (fact_analysis_mention(analysis, middle)->last <= i)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

guint
fact_analysis_name_from(const FactAnalysis *analysis, guint i)
{
    guint low = 0;
    guint high = analysis->names->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (fact_analysis_name(analysis, middle)->last <= i)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether tokens [first, last) stand in the text as they are to be shown: with single blanks. */
static gboolean
is_single_spaced(const FactAnalysis *analysis, guint first, guint last)
{
    const FactToken *tokens = analysis->tokens.tokens;
    for (guint i = first + 1; i < last; i++) {
        gboolean is_glued = (tokens[i].flags & FACT_TOKEN_GLUED) != 0;
        if (tokens[i].start != tokens[i - 1].end + (is_glued ? 0 : 1) ||
            (!is_glued && analysis->tokens.text[tokens[i].start - 1] != ' '))
            return FALSE;
    }
    return TRUE;
}

const char *
fact_analysis_text(const FactAnalysis *analysis, guint first, guint last)
{
    if (first >= last)
        return "";
    const FactToken *tokens = analysis->tokens.tokens;
    if (is_single_spaced(analysis, first, last))
        return fact_arena_strndup(analysis->arena, analysis->tokens.text + tokens[first].start,
                                  tokens[last - 1].end - tokens[first].start);
    size_t size = tokens[last - 1].end - tokens[first].start + 1;
    char *text = fact_arena_alloc(analysis->arena, size + 1);
    size_t n = 0;
    for (guint i = first; i < last; i++) {
        if (i > first && (tokens[i].flags & FACT_TOKEN_GLUED) == 0)
            text[n++] = ' ';
        size_t length = tokens[i].end - tokens[i].start;
        memcpy(text + n, analysis->tokens.text + tokens[i].start, length);
        n += length;
    }
    text[n] = '\0';
    return text;
}

static gboolean
has_words(const FactAnalysis *analysis, const char *name)
{
    const FactWording *list = fact_catalog_get_wording(analysis->catalog, name);
    const FactPhraseEnds *first = &list->phrases->first;
    for (guint i = 0; i < analysis->tokens.n; i++) {
        const FactToken *token = fact_analysis_token(analysis, i);
        guint end;
        if (fact_phrase_ends_have_word(first, token->word) &&
            (token->flags & FACT_TOKEN_WORD) != 0 &&
            fact_wording_match(list, &analysis->tokens, i, analysis->tokens.n, &end) != NULL)
            return TRUE;
    }
    return FALSE;
}

gboolean
fact_analysis_has_words(const FactAnalysis *analysis, const char *name)
{
    FactSought *sought = analysis->sought;
    if (name == NULL)
        return FALSE;
    for (guint i = 0; i < sought->n; i++)
        if (strcmp(sought->lists[i], name) == 0)
            return sought->are_there[i];
    gboolean is_there = has_words(analysis, name) ||
                        (analysis->title != NULL && has_words(analysis->title, name));
    if (sought->n < FACT_SOUGHT_MAX) {
        sought->lists[sought->n] = name;
        sought->are_there[sought->n++] = is_there;
    }
    return is_there;
}
