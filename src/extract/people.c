/* SPDX-License-Identifier: MIT
 *
 * A list is items joined by commas and "and". An item is a count of people ("two men"), one person
 * by an article or a possessive ("a teenager", "his wife"), or a person's name, each with its age
 * in apposition passed over.
 */
#include "extract/people.h"

#include "extract/phrase.h"

#include <string.h>

/* Words of one item: "a 17-year-old high school student from Gary". */
#define ITEM_TOKENS_MAX 9

static gboolean
is_person_noun(const FactAnalysis *analysis, guint i)
{
    guint end;
    if ((fact_analysis_token(analysis, i)->flags & FACT_TOKEN_WORD) == 0)
        return FALSE;
    const char *kind = fact_wording_match(analysis->wording.descriptions, &analysis->tokens, i,
                                          analysis->tokens.n, &end);
    return kind != NULL && strcmp(kind, "person") == 0;
}

static gboolean
is_age_at(const FactAnalysis *analysis, guint i, guint *out_end)
{
    guint value = fact_analysis_value_at(analysis, i);
    if (value == FACT_NONE ||
        (fact_analysis_mention(analysis, value)->value.flags & FACT_VALUE_IS_AGE) == 0)
        return FALSE;
    *out_end = fact_analysis_mention(analysis, value)->last;
    return TRUE;
}

static gboolean
is_text(const FactAnalysis *analysis, guint i, const char *text)
{
    return strcmp(fact_lexicon_get_text(analysis->tokens.lexicon,
                                        fact_analysis_token(analysis, i)->word),
                  text) == 0;
}

static gboolean
begins_single(const FactAnalysis *analysis, guint i)
{
    static const char *const words[] = {"a", "an", "one", "another", "his", "her", "their", "the"};
    char initial = fact_analysis_token(analysis, i)->mark;
    if (initial != 'a' && initial != 'o' && initial != 'h' && initial != 't')
        return FALSE;
    for (guint k = 0; k < G_N_ELEMENTS(words); k++)
        if (words[k][0] == initial && is_text(analysis, i, words[k]))
            return TRUE;
    return FALSE;
}

/* Passes over an age in apposition: ", 31," or ", 31"; not that of the next one, ", 31-year-old Ann
 * Hall". */
static guint
pass_age(const FactAnalysis *analysis, guint i, guint limit)
{
    guint end;
    if (i + 1 < limit && fact_analysis_is_mark(analysis, i, ',') &&
        is_age_at(analysis, i + 1, &end) && fact_analysis_name_at(analysis, end) == FACT_NONE)
        return end;
    return i;
}

typedef enum {
    ITEM_NONE,
    ITEM_COUNT,  /* "two men" */
    ITEM_SINGLE, /* "a teenager", "his wife" */
    ITEM_NAME,
} ItemKind;

typedef struct {
    ItemKind kind;
    guint end;
    guint n;
    gboolean is_exact;
    gboolean is_general; /* a count that does not tell who they are: "three victims" */
} Item;

/* Whether a list may go on to say who the people counted by @unit are: "two victims, a man and a
 * woman", but not "two men, a woman and a child". */
static gboolean
is_general(const FactAnalysis *analysis, const char *unit)
{
    const FactWording *list = analysis->wording.general_people;
    return fact_phrase_table_find(list->phrases, analysis->tokens.lexicon, unit) != 0;
}

/* A count of people at token @i: its end, @i if there is none. */
static guint
count_item(const FactAnalysis *analysis, guint i, Item *item)
{
    guint index = fact_analysis_value_at(analysis, i);
    if (index == FACT_NONE)
        return i;
    const FactMention *mention = fact_analysis_mention(analysis, index);
    const FactValue *value = &mention->value;
    if (i > mention->core || value->type != FACT_VALUE_COUNT || value->unit == NULL)
        return i;
    uint32_t payload = fact_phrase_table_find(analysis->wording.descriptions->phrases,
                                              analysis->tokens.lexicon, value->unit);
    const char *kind =
        payload == 0 ? "" : g_ptr_array_index(analysis->wording.descriptions->values, payload - 1);
    FactDecimal amount = fact_value_amount(value);
    if (strcmp(kind, "person") != 0 || amount.exponent < 0 || amount.exponent > 6 ||
        amount.coefficient < 0 || amount.coefficient > 1000)
        return i;
    guint n = (guint)amount.coefficient;
    for (int32_t k = 0; k < amount.exponent; k++)
        n *= 10;
    item->n = n;
    item->is_exact = value->comparator == FACT_COMPARATOR_EQ;
    item->is_general = is_general(analysis, value->unit);
    return mention->last;
}

/* "Hall's mother": the token of the possessive, @i for none. */
static guint
pass_owner(const FactAnalysis *analysis, guint i)
{
    guint index = fact_analysis_name_at(analysis, i);
    if (index == FACT_NONE)
        return i;
    const FactName *name = fact_analysis_name(analysis, index);
    return name->start == i && (name->flags & FACT_NAME_POSSESSIVE) != 0 ? name->last : i;
}

/* The end of the noun for a person that ends the phrase of which token @i was the first; FACT_NONE.
 */
static guint
find_person_noun(const FactAnalysis *analysis, guint i, guint limit)
{
    for (guint k = i + 1; k < limit && k < i + ITEM_TOKENS_MAX; k++) {
        const FactToken *token = fact_analysis_token(analysis, k);
        guint end;
        if (is_age_at(analysis, k, &end)) {
            k = end - 1;
            continue;
        }
        if ((token->flags & FACT_TOKEN_PUNCT) != 0 && (token->flags & FACT_TOKEN_DASH) == 0)
            return FACT_NONE;
        if ((fact_analysis_classes(analysis, k) &
             (FACT_WORD_PREPOSITION | FACT_WORD_CONJUNCTION | FACT_WORD_AUXILIARY)) != 0)
            return FACT_NONE;
        gboolean is_last = k + 1 >= limit || !is_person_noun(analysis, k + 1);
        if (is_person_noun(analysis, k) && is_last)
            return k + 1;
    }
    return FACT_NONE;
}

/* "a teenager", "his wife", "Hall's mother", "a 30-year-old". */
static guint
single_item(const FactAnalysis *analysis, guint i, guint limit)
{
    guint owner = pass_owner(analysis, i);
    if (owner == i && !begins_single(analysis, i))
        return i;
    guint end = find_person_noun(analysis, owner, limit);
    if (end != FACT_NONE)
        return end;
    gboolean is_age = owner == i && i + 1 < limit && is_age_at(analysis, i + 1, &end);
    return is_age && !fact_phrase_goes_on(analysis, end) ? end : i;
}

static guint
name_item(const FactAnalysis *analysis, guint i)
{
    guint index = fact_analysis_name_at(analysis, i);
    if (index == FACT_NONE)
        return i;
    const FactName *name = fact_analysis_name(analysis, index);
    const FactThing *thing = fact_analysis_thing(analysis, name->thing);
    gboolean is_person = (thing->kinds & FACT_KIND_PERSON) != 0 ||
                         (thing->kinds == 0 && thing->looks_personal && thing->n_tokens > 1);
    return name->start == i && is_person && (name->flags & FACT_NAME_POSSESSIVE) == 0 ? name->last
                                                                                      : i;
}

/* Passes over a home: "of Bay Shore", "from Gary". */
static guint
pass_home(const FactAnalysis *analysis, guint i, guint limit)
{
    if (i + 1 >= limit || !(is_text(analysis, i, "of") || is_text(analysis, i, "from")))
        return i;
    guint name = fact_analysis_name_at(analysis, i + 1);
    if (name == FACT_NONE || fact_analysis_name(analysis, name)->start != i + 1)
        return i;
    return MIN(fact_analysis_name(analysis, name)->last, limit);
}

static Item
read_item(const FactAnalysis *analysis, guint i, guint limit)
{
    Item item = {.kind = ITEM_COUNT, .n = 1, .is_exact = TRUE};
    item.end = count_item(analysis, i, &item);
    if (item.end == i && begins_single(analysis, i) && i + 1 < limit) { /* "his two sons" */
        guint counted = count_item(analysis, i + 1, &item);
        item.end = counted > i + 1 ? counted : i;
    }
    if (item.end == i) {
        item.kind = ITEM_SINGLE;
        item.end = single_item(analysis, i, limit);
    }
    guint name = i;
    if (item.end == i && (is_age_at(analysis, i, &name) || name_item(analysis, i) > i)) {
        item.kind = ITEM_NAME; /* "27-year-old Ann Hall" */
        guint end = name_item(analysis, name);
        item.end = end > name ? end : i;
    }
    if (item.end <= i || item.end > limit)
        return (Item){.kind = ITEM_NONE, .end = i};
    item.end = pass_home(analysis, pass_age(analysis, item.end, limit), limit);
    return item;
}

/* Passes over what joins two items; @out_and tells whether "and" is among it. */
static guint
joint_end(const FactAnalysis *analysis, guint i, guint limit, gboolean *out_and)
{
    guint end = i;
    if (end < limit &&
        (fact_analysis_is_mark(analysis, end, ',') || fact_analysis_is_mark(analysis, end, ';')))
        end++;
    *out_and =
        end < limit && (is_text(analysis, end, "and") || fact_analysis_is_mark(analysis, end, '&'));
    return *out_and ? end + 1 : end;
}

/* "stepfather" of "his mother, stepfather and grandmother". */
static Item
bare_item(const FactAnalysis *analysis, guint i, guint limit)
{
    Item item = {.kind = ITEM_NONE, .end = i, .n = 1, .is_exact = TRUE};
    if (i >= limit || !is_person_noun(analysis, i))
        return item;
    guint end = pass_age(analysis, i + 1, limit);
    gboolean is_part_of_more =
        end < limit && (fact_phrase_goes_on(analysis, end) ||
                        (fact_analysis_classes(analysis, end) & FACT_WORD_PREPOSITION) != 0);
    if (is_part_of_more) /* "a man, father of two" */
        return item;
    item.kind = ITEM_SINGLE;
    item.end = end;
    return item;
}

/* "his wife, Ann Hall", "one teen, Paige Stone", "Ann Hall, a teacher": the second says who the
 * first is. */
static gboolean
is_apposition(const Item *first, const Item *second)
{
    return first->n == 1 && second->n == 1 &&
           (first->kind == ITEM_NAME) != (second->kind == ITEM_NAME);
}

/* A list as it is read. */
typedef struct {
    FactPeople people;
    Item before;
    guint n_first;
    guint n_to_name;      /* of the count just read, who may be named next */
    gboolean is_apposed;  /* the item before says who the one before it is */
    gboolean ends_in_and; /* without it commas join no list */
} List;

/* Adds @item, which an "and" may join, and a comma: a semicolon parts two people. */
static void
add_item(List *list, const Item *item, gboolean has_and, gboolean is_apart)
{
    FactPeople *people = &list->people;
    gboolean is_next = list->before.kind != ITEM_NONE && !has_and && !is_apart;
    gboolean is_named = item->kind == ITEM_NAME && list->n_to_name > 0 &&
                        (is_next || list->before.kind == ITEM_NAME);
    people->says_who |= is_next && list->before.is_general && people->n_items == 1;
    list->is_apposed =
        !is_named && is_next && !list->is_apposed && is_apposition(&list->before, item);
    if (is_named) {
        list->n_to_name--;
    } else if (!list->is_apposed) {
        people->n += item->n;
        people->n_items++;
        people->is_exact = people->is_exact && item->is_exact;
        list->ends_in_and |= has_and;
        list->n_to_name = item->kind == ITEM_COUNT ? item->n : 0;
    }
    list->n_first = list->n_first == 0 ? item->n : list->n_first;
    people->last = item->end;
    list->before = *item;
}

FactPeople
fact_people_after(const FactAnalysis *analysis, guint first, guint limit)
{
    List list = {.people = {.first = first, .last = first, .is_exact = TRUE}};
    gboolean has_and = FALSE;
    gboolean is_apart = FALSE;
    for (guint i = first; i < limit;) {
        Item item = read_item(analysis, i, limit);
        if (item.kind == ITEM_NONE && list.before.kind == ITEM_SINGLE)
            item = bare_item(analysis, i, limit);
        if (item.kind == ITEM_NONE)
            break;
        add_item(&list, &item, has_and, is_apart);
        is_apart = item.end < limit && fact_analysis_is_mark(analysis, item.end, ';');
        i = joint_end(analysis, item.end, limit, &has_and);
        if (i == item.end)
            break;
    }
    FactPeople *people = &list.people;
    if (people->n_items > 1 && (people->says_who || !list.ends_in_and)) {
        people->n = list.n_first;
        people->n_items = 1;
    }
    return *people;
}

/* Whether read_item may find something at token @i: nearly all tokens begin no item. */
static gboolean
may_begin_item(const FactAnalysis *analysis, guint i)
{
    return (fact_analysis_token(analysis, i)->kind & (FACT_ROLE_VALUE | FACT_ROLE_NAME)) != 0 ||
           begins_single(analysis, i);
}

FactPeople
fact_people_before(const FactAnalysis *analysis, guint end, guint start)
{
    FactPeople best = {0};
    for (guint first = end; first-- > start;) {
        if (end - first > ITEM_TOKENS_MAX * 6)
            break;
        if (!may_begin_item(analysis, first))
            continue;
        FactPeople people = fact_people_after(analysis, first, end);
        guint last = people.last;
        while (last < end && fact_analysis_is_mark(analysis, last, ','))
            last++;
        gboolean is_longer = people.n_items >= best.n_items && people.n >= best.n;
        if (people.n_items > 0 && last >= end && (is_longer || people.says_who))
            best = people;
    }
    return best;
}
