/* SPDX-License-Identifier: MIT
 *
 * A block is a number, "block of" and a street. Where people live ("Reed, of the 300 block of") is
 * not where it happened, and an article that gives two blocks of one street tells of two places.
 */
#include "extract/block-claim.h"

#include "extract/name-claim.h"
#include "extract/phrase.h"

#include <string.h>

#define CONFIDENCE 80

/* An article with more streets is a log. */
#define BLOCKS_MAX 32

/* "1800", "5,300", "17000": more digits are no block. */
#define DIGITS_MAX 5

/* Tokens after "of" in which the street's name begins. */
#define STREET_REACH 3

/* Words before the number in which a home is told. */
#define HOME_REACH 6

/* The number at token @i; 0 where it is none of a block, which are told in full hundreds. */
static int64_t
read_number(const FactAnalysis *analysis, guint i)
{
    const FactToken *token = fact_analysis_token(analysis, i);
    int64_t number = 0;
    guint n_digits = 0;
    if ((token->flags & FACT_TOKEN_NUMBER) == 0)
        return 0;
    for (uint32_t p = token->start; p < token->end; p++) {
        char c = analysis->tokens.text[p];
        if (c == ',')
            continue;
        if (!g_ascii_isdigit(c) || ++n_digits > DIGITS_MAX)
            return 0;
        number = number * 10 + (c - '0');
    }
    return number % 100 == 0 ? number : 0;
}

/* "in the 1800 block", not "Reed, of the 1800 block" and "who lives in the 1800 block". */
static gboolean
is_home(const FactAnalysis *analysis, guint i)
{
    static const char *const the[] = {"the", "a", NULL};
    static const char *const of[] = {"of", "from", NULL};
    guint sentence = fact_analysis_sentence_of(analysis, i);
    guint first = analysis->tokens.sentences[sentence];
    guint before = i > first && fact_phrase_has_word(analysis, i - 1, the) ? i - 1 : i;
    if (before == first || fact_phrase_has_word(analysis, before - 1, of))
        return TRUE;
    for (guint k = before; k > first && k + HOME_REACH > before; k--)
        if (fact_wording_match(analysis->wording.words_of_living, &analysis->tokens, k - 1, before,
                               &(guint){0}) != NULL)
            return TRUE;
    return FALSE;
}

/* "Brannel Street", and not "Brannel" or "Brannel Street's". */
static gboolean
may_be_street(const FactName *name)
{
    return name->thing != FACT_NONE && name->last > name->first + 1 &&
           (name->flags & FACT_NAME_POSSESSIVE) == 0;
}

/* The street named after "block of" at token @i, "S. Brannel Street" without what stands before the
 * name; FACT_NONE. */
static guint
find_street(const FactAnalysis *analysis, guint i)
{
    for (guint k = i; k < i + STREET_REACH && k < analysis->tokens.n; k++) {
        guint index = fact_analysis_name_at(analysis, k);
        if (index == FACT_NONE)
            continue;
        const FactName *name = fact_analysis_name(analysis, index);
        gboolean is_street =
            may_be_street(name) && !fact_analysis_thing(analysis, name->thing)->is_ambiguous;
        return is_street ? index : FACT_NONE;
    }
    return FACT_NONE;
}

static FactClaim
claim_of(const FactAnalysis *analysis, const FactAttribute *attribute, const FactName *street,
         guint i, int64_t number)
{
    FactClaim claim = fact_name_claim_begin(analysis, attribute, street);
    FactDecimal amount = fact_decimal_new(number, 0);

    claim.subject_kinds = FACT_KIND_PLACE;
    claim.confidence = CONFIDENCE;
    claim.span =
        (FactSpan){fact_analysis_token(analysis, i)->start, fact_analysis_token(analysis, i)->end};
    claim.value = (FactValue){.type = FACT_VALUE_NUMBER,
                              .comparator = FACT_COMPARATOR_EQ,
                              .flags = FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH};
    claim.value.as.number.low = claim.value.as.number.high = amount;
    return claim;
}

/* A street of which a block is told. */
typedef struct {
    FactClaim claim;
    gboolean is_scene;    /* not only as somebody's home */
    gboolean is_doubtful; /* another block of it is told, too */
} Block;

static void
keep(GArray *blocks, const Block *block)
{
    for (guint i = 0; i < blocks->len; i++) {
        Block *known = &g_array_index(blocks, Block, i);
        if (strcmp(known->claim.subject_id, block->claim.subject_id) != 0)
            continue;
        known->is_doubtful |= fact_decimal_compare(fact_value_amount(&known->claim.value),
                                                   fact_value_amount(&block->claim.value)) != 0;
        known->is_scene |= block->is_scene;
        return;
    }
    if (blocks->len < BLOCKS_MAX)
        g_array_append_vals(blocks, block, 1);
}

/* The block told where token @i is its word; FALSE where it is none of a street by name. */
static gboolean
read_block(const FactAnalysis *analysis, const FactAttribute *attribute, guint i, Block *out_block)
{
    static const char *const of[] = {"of", NULL};
    gboolean has_hyphen =
        i > 1 && (fact_analysis_token(analysis, i - 1)->flags & FACT_TOKEN_DASH) != 0;
    guint at = has_hyphen ? i - 2 : i - 1;
    int64_t number = fact_phrase_has_word(analysis, i + 1, of) ? read_number(analysis, at) : 0;
    guint street = number == 0 ? FACT_NONE : find_street(analysis, i + 2);
    if (street == FACT_NONE)
        return FALSE;
    const FactName *name = fact_analysis_name(analysis, street);
    *out_block = (Block){.claim = claim_of(analysis, attribute, name, at, number),
                         .is_scene = !is_home(analysis, at)};
    return TRUE;
}

/* The blocks told where token @next or a later one is the word that may have @name for its street;
 * there are far fewer streets than words. Returns the token after the last one looked at. */
static guint
read_blocks_of(const FactAnalysis *analysis, const FactAttribute *attribute, const FactName *name,
               guint next, GArray *blocks)
{
    static const char *const word[] = {"block", NULL};
    guint before = MIN(name->start, STREET_REACH + 1);
    guint i = MAX(next, name->start - before);
    for (; i + 2 < name->last; i++) {
        Block block;
        if (fact_analysis_token(analysis, i)->mark == 'b' &&
            fact_phrase_has_word(analysis, i, word) && read_block(analysis, attribute, i, &block))
            keep(blocks, &block);
    }
    return i;
}

void
fact_block_claims_make(const FactAnalysis *analysis, GArray *out_claims)
{
    const FactAttribute *attribute =
        fact_catalog_find_attribute(analysis->catalog, FACT_ATTRIBUTE_BLOCK);
    if (attribute == NULL || analysis->things->len == 0)
        return;
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    guint next = 1;
    for (guint i = 0; i < analysis->names->len; i++) {
        const FactName *name = fact_analysis_name(analysis, i);
        if (may_be_street(name))
            next = read_blocks_of(analysis, attribute, name, next, blocks);
    }
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (block->is_scene && !block->is_doubtful)
            g_array_append_val(out_claims, block->claim);
    }
}
