/* SPDX-License-Identifier: MIT
 *
 * One pass over the label, code point by code point, after compatibility decomposition, so that
 * accents are marks of their own and are dropped. What a letter decomposes to by custom only
 * ("ø", "ł") is in a table.
 *
 *     name = *(mark / word)         ; marks end words
 *     word = 1*(letter / digit / "+" / "#" / apostrophe / "." between digits)
 */
#include "link/subject-name.h"

#include "base/hash.h"

#include <string.h>

/* Classes of words that are more than names. */
#define ORDINARY                                                                                   \
    (FACT_WORD_NOUN | FACT_WORD_VERB | FACT_WORD_ADJECTIVE | FACT_WORD_ADVERB | FACT_WORD_COMMON | \
     FACT_WORD_TITLE | FACT_WORD_CALENDAR | FACT_WORD_PLACE)

/* Longer words are read the slow way. */
#define PLAIN_WORD_MAX 32

/* The words of a name while they are found. */
typedef struct {
    const char *words[FACT_SUBJECT_WORDS_MAX];
    FactWord numbers[FACT_SUBJECT_WORDS_MAX];
    uint8_t flags[FACT_SUBJECT_WORDS_MAX];
    guint first; /* 1 where the article is left out */
    guint n;
    gboolean is_cut;
} Words;

typedef struct {
    const FactCatalog *catalog;
    FactArena *arena;
    const FactWording *variants; /* "Centre" and "Center" are one word */
    Words words;
    GString *word;
    gboolean is_plain; /* all of the word are letters of ASCII */
    guint n_letters;
    guint n_capitals;
    gboolean has_digit;
    gboolean starts_lower;
    gboolean is_aside;
    gboolean is_after_hyphen;
    gunichar quote; /* what closes the aside */
} Splitter;

static const struct {
    gunichar letter;
    const char *plain;
} plain_letters[] = {
    {0xdf, "ss"}, {0xe6, "ae"}, {0xf0, "d"},  {0xf8, "o"},   {0xfe, "th"}, {0x111, "d"},
    {0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"}, {0x167, "t"}, {0x1e9e, "ss"},
};

/* The ASCII letters that @letters begins with; returns what follows them. */
static const char *
append_letters(Splitter *splitter, const char *letters)
{
    const char *end = letters;
    gsize start = splitter->word->len;
    guint n_capitals = 0;

    if (splitter->n_letters == 0 && start == 0)
        splitter->starts_lower = *letters >= 'a';
    while (g_ascii_isalpha(*end))
        n_capitals += *end++ < 'a' ? 1 : 0;
    splitter->n_letters += (guint)(end - letters);
    splitter->n_capitals += n_capitals;
    g_string_append_len(splitter->word, letters, end - letters);
    for (gsize i = start; n_capitals > 0 && i < splitter->word->len; i++)
        splitter->word->str[i] |= 0x20;
    return end;
}

static void
append_wide_letter(Splitter *splitter, gunichar letter)
{
    gunichar lower = g_unichar_tolower(letter);

    splitter->is_plain = FALSE;
    if (splitter->n_letters == 0 && splitter->word->len == 0)
        splitter->starts_lower = lower == letter;
    splitter->n_letters++;
    splitter->n_capitals += lower != letter ? 1 : 0;
    for (guint i = 0; i < G_N_ELEMENTS(plain_letters); i++) {
        if (plain_letters[i].letter == lower) {
            g_string_append(splitter->word, plain_letters[i].plain);
            return;
        }
    }
    g_string_append_unichar(splitter->word, lower);
}

/* What @list has for a word; NULL where it does not have it. */
static const char *
find_listed(const FactCatalog *catalog, const FactWording *list, const char *word, FactWord number,
            gboolean is_plain)
{
    uint32_t found = 0;

    if (list->phrases != NULL)
        found = is_plain ? fact_phrase_table_find_word(list->phrases, number)
                         : fact_phrase_table_find(list->phrases, catalog->lexicon, word);
    return found == 0 ? NULL : g_ptr_array_index(list->values, found - 1);
}

static guint
flags_of_word(const Splitter *splitter)
{
    guint flags = 0;

    flags |= splitter->starts_lower || splitter->n_letters == 0 ? FACT_SUBJECT_WORD_LOWER : 0;
    flags |= splitter->n_letters > 1 && splitter->n_capitals == splitter->n_letters
                 ? FACT_SUBJECT_WORD_CAPITALS
                 : 0;
    flags |= splitter->is_after_hyphen ? FACT_SUBJECT_WORD_HYPHEN : 0;
    flags |= splitter->is_aside ? FACT_SUBJECT_WORD_ASIDE : 0;
    flags |= splitter->has_digit ? FACT_SUBJECT_WORD_DIGIT : 0;
    return flags | (splitter->is_plain ? FACT_SUBJECT_WORD_PLAIN : 0);
}

/* Keeps the word of @len bytes at @word, folded, whose number is @number; the splitter knows how it
 * was written. */
static void
keep_word(Splitter *splitter, const char *word, gsize len, FactWord number)
{
    const FactCatalog *catalog = splitter->catalog;
    Words *words = &splitter->words;

    if (words->n == FACT_SUBJECT_WORDS_MAX) {
        words->is_cut = TRUE;
        return;
    }
    const char *variant =
        find_listed(catalog, splitter->variants, word, number, splitter->is_plain);
    words->flags[words->n] = (uint8_t)flags_of_word(splitter);
    if (variant != NULL) {
        word = variant;
        len = strlen(variant);
        words->flags[words->n] &= (uint8_t)~FACT_SUBJECT_WORD_PLAIN; /* who knows what it is */
        number = fact_lexicon_find(catalog->lexicon, word, len);
    }
    words->numbers[words->n] = number;
    words->words[words->n++] = fact_arena_strndup(splitter->arena, word, len);
}

/* Forgets the word at hand. */
static void
begin_word(Splitter *splitter)
{
    splitter->is_plain = TRUE;
    splitter->n_letters = 0;
    splitter->n_capitals = 0;
    splitter->has_digit = FALSE;
    splitter->starts_lower = FALSE;
    splitter->is_after_hyphen = FALSE;
}

static void
end_word(Splitter *splitter)
{
    const GString *word = splitter->word;

    if (word->len > 0)
        keep_word(splitter, word->str, word->len,
                  fact_lexicon_find(splitter->catalog->lexicon, word->str, word->len));
    begin_word(splitter);
    g_string_truncate(splitter->word, 0);
}

/* Most words are letters of ASCII between blanks, and need not be put together: keeps the one at @s
 * if it is of that kind, and returns what follows it and its blank; else @s. */
static const char *
read_plain_word(Splitter *splitter, const char *s)
{
    char folded[PLAIN_WORD_MAX + 1];
    guint n_capitals = 0;
    gsize len = 0;

    while (len < PLAIN_WORD_MAX && g_ascii_isalpha(s[len])) {
        n_capitals += s[len] < 'a' ? 1 : 0;
        folded[len] = (char)(s[len] | 0x20);
        len++;
    }
    folded[len] = '\0';
    if (len == PLAIN_WORD_MAX || (s[len] != ' ' && s[len] != '\0'))
        return s;
    splitter->starts_lower = *s >= 'a';
    splitter->n_letters = (guint)len;
    splitter->n_capitals = n_capitals;
    keep_word(splitter, folded, len,
              fact_lexicon_find_hashed(splitter->catalog->lexicon, fact_word_hash(folded, len),
                                       folded, len));
    begin_word(splitter);
    return s + len + (s[len] == ' ' ? 1 : 0);
}

/* U+2019 and its like; a plain one too. */
static gboolean
is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019 || c == 0x2bc || c == '`' || c == 0xb4;
}

static gboolean
is_dash(gunichar c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* The mark that closes what @c opens; 0 if it opens nothing. */
static gunichar
closing_mark(gunichar c)
{
    switch (c) {
    case '"':
        return '"';
    case 0x201c:
    case 0x201e:
        return 0x201d;
    case 0x2018:
        return 0x2019;
    case 0xab:
        return 0xbb;
    case '(':
        return ')';
    case '[':
        return ']';
    default:
        return 0;
    }
}

/* "'s" at the end of a word is no part of the name. */
static gboolean
is_possessive(const char *after)
{
    return (*after == 's' || *after == 'S') &&
           !g_unichar_isalnum(g_utf8_get_char(g_utf8_next_char(after)));
}

/* An apostrophe: an aside's end, a possessive, or part of a word ("O'Brien"). Returns where to go
 * on. */
static const char *
read_apostrophe(Splitter *splitter, const char *s, gunichar c)
{
    const char *after = g_utf8_next_char(s);
    gunichar next = g_utf8_get_char(after);

    if (splitter->word->len > 0 && is_possessive(after)) {
        end_word(splitter);
        return after + 1;
    }
    if (splitter->word->len > 0 && g_unichar_isalnum(next))
        return after;
    gboolean is_inside = splitter->is_aside && c == splitter->quote;
    end_word(splitter);
    if (is_inside) {
        splitter->is_aside = FALSE;
    } else if (!splitter->is_aside && g_unichar_isalnum(next) && strchr(after, *s) != NULL) {
        splitter->is_aside = TRUE;
        splitter->quote = c;
    }
    return after;
}

static void
read_mark(Splitter *splitter, gunichar c, gunichar next)
{
    gboolean is_glued = splitter->word->len > 0 && g_unichar_isalnum(next);

    end_word(splitter);
    if (splitter->is_aside && c == splitter->quote) {
        splitter->is_aside = FALSE;
    } else if (!splitter->is_aside && closing_mark(c) != 0) {
        splitter->is_aside = TRUE;
        splitter->quote = closing_mark(c);
    } else if (c == '&') {
        g_string_append(splitter->word, "and");
        end_word(splitter);
    }
    splitter->is_after_hyphen = is_glued && is_dash(c);
}

/* A full stop is part of a number only: "3.1", but "Inc." and "J. T.". */
static gboolean
is_decimal_point(const Splitter *splitter, gunichar c, gunichar next)
{
    return c == '.' && splitter->word->len > 0 &&
           g_ascii_isdigit(splitter->word->str[splitter->word->len - 1]) && next < 128 &&
           g_ascii_isdigit((char)next);
}

static void
split(Splitter *splitter, const char *text)
{
    for (const char *s = text; *s != '\0';) {
        if (g_ascii_isalpha(*s)) { /* nearly all of them */
            const char *after = splitter->word->len == 0 ? read_plain_word(splitter, s) : s;

            s = after > s ? after : append_letters(splitter, s);
            continue;
        }
        gunichar c = g_utf8_get_char(s);
        const char *after = g_utf8_next_char(s);
        gunichar next = g_utf8_get_char(after);

        if (is_apostrophe(c)) {
            s = read_apostrophe(splitter, s, c);
            continue;
        }
        if (g_unichar_isdigit(c)) {
            splitter->has_digit = TRUE;
            splitter->is_plain = FALSE;
            g_string_append_unichar(splitter->word, c);
        } else if (g_unichar_isalpha(c)) {
            append_wide_letter(splitter, c);
        } else if (is_decimal_point(splitter, c, next) || c == '+' || c == '#') {
            splitter->is_plain = FALSE;
            g_string_append_unichar(splitter->word, c);
        } else if (!g_unichar_ismark(c)) {
            read_mark(splitter, c, next);
        }
        s = after;
    }
    end_word(splitter);
}

gboolean
fact_subject_word_is_listed(const FactCatalog *catalog, const char *list, const char *word)
{
    const FactWording *wording = fact_catalog_get_wording(catalog, list);

    return wording->phrases != NULL &&
           fact_phrase_table_find(wording->phrases, catalog->lexicon, word) != 0;
}

gboolean
fact_subject_word_is_ordinary(const FactCatalog *catalog, const char *word)
{
    FactWord found = fact_lexicon_find(catalog->lexicon, word, strlen(word));

    return (fact_lexicon_get_classes(catalog->lexicon, found) & ORDINARY) != 0;
}

const char *
fact_subject_name_find_listed(const FactCatalog *catalog, const char *list,
                              const FactSubjectName *name, guint i)
{
    return find_listed(catalog, fact_catalog_get_wording(catalog, list), name->words[i],
                       name->numbers[i], (name->flags[i] & FACT_SUBJECT_WORD_PLAIN) != 0);
}

gboolean
fact_subject_name_is_listed(const FactCatalog *catalog, const char *list,
                            const FactSubjectName *name, guint i)
{
    return fact_subject_name_find_listed(catalog, list, name, i) != NULL;
}

gboolean
fact_subject_name_is_ordinary(const FactCatalog *catalog, const FactSubjectName *name, guint i)
{
    return (fact_subject_name_classes(catalog, name, i) & ORDINARY) != 0;
}

static gboolean
last_is_listed(const FactCatalog *catalog, const char *list, const Words *words)
{
    guint last = words->n - 1;

    return find_listed(catalog, fact_catalog_get_wording(catalog, list), words->words[last],
                       words->numbers[last],
                       (words->flags[last] & FACT_SUBJECT_WORD_PLAIN) != 0) != NULL;
}

/* "model" in "R1 model": a small letter says that it is no part of the name. */
static gboolean
ends_with_description(const FactCatalog *catalog, const Words *words)
{
    guint flags = words->flags[words->n - 1];

    return (flags & FACT_SUBJECT_WORD_LOWER) != 0 && (flags & FACT_SUBJECT_WORD_DIGIT) == 0 &&
           last_is_listed(catalog, "descriptions", words);
}

static void
drop_tail(const FactCatalog *catalog, Words *words)
{
    while (words->n > 1 && (ends_with_description(catalog, words) ||
                            strcmp(words->words[words->n - 1], "and") == 0 ||
                            last_is_listed(catalog, "legal-forms", words)))
        words->n--;
}

static void
drop_article(Words *words)
{
    words->first = words->n > 1 && strcmp(words->words[0], "the") == 0 ? 1 : 0;
}

void
fact_subject_name_glue(const FactSubjectName *name, guint first, guint last, GString *out)
{
    for (guint i = first; i < last; i++) {
        if (out->len > 0 && g_ascii_isdigit(out->str[out->len - 1]) &&
            g_ascii_isdigit(name->words[i][0]))
            g_string_append_c(out, ' ');
        g_string_append(out, name->words[i]);
    }
}

/* The first @len bytes of @label, decomposed. ASCII is its own decomposition, and where it need not
 * be cut nothing is copied: @out_owned is NULL then. */
static const char *
decompose(const char *label, gsize len, char **out_owned)
{
    guchar any = 0;

    *out_owned = NULL;
    for (gsize i = 0; i < len; i++)
        any |= (guchar)label[i];
    if (any < 0x80 && label[len] == '\0')
        return label;
    g_autofree char *valid = g_utf8_make_valid(label, (gssize)len);
    *out_owned = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL);
    return *out_owned;
}

/* A copy of the @n elements of @size bytes from @first on. */
static gpointer
keep_array(FactArena *arena, const void *array, guint first, guint n, gsize size)
{
    char *kept = fact_arena_alloc(arena, (n + (gsize)1) * size);

    return memcpy(kept, (const char *)array + first * size, n * size);
}

void
fact_subject_name_parse(const FactCatalog *catalog, const char *label, FactArena *arena,
                        FactSubjectName *out_name)
{
    gsize len = strnlen(label, FACT_SUBJECT_LABEL_MAX);
    g_autofree char *owned = NULL;
    const char *plain = decompose(label, len, &owned);
    g_autoptr(GString) word = g_string_new(NULL);
    Splitter splitter = {.catalog = catalog, .arena = arena, .word = word, .is_plain = TRUE};
    Words *words = &splitter.words;

    splitter.variants = fact_catalog_get_wording(catalog, "spelling-variants");
    words->is_cut = label[len] != '\0';
    split(&splitter, plain);
    drop_tail(catalog, words);
    drop_article(words);
    guint n = words->n - words->first;
    *out_name = (FactSubjectName){
        .words = keep_array(arena, words->words, words->first, n, sizeof words->words[0]),
        .numbers = keep_array(arena, words->numbers, words->first, n, sizeof words->numbers[0]),
        .flags = keep_array(arena, words->flags, words->first, n, sizeof words->flags[0]),
        .n_words = n,
        .is_cut = words->is_cut,
    };
    g_string_truncate(word, 0);
    fact_subject_name_glue(out_name, 0, n, word);
    out_name->compact = fact_arena_strndup(arena, word->str, word->len);
    out_name->hash = fact_hash_bytes(word->str, word->len);
}

static guint
next_number(const FactSubjectName *name, guint i)
{
    while (i < name->n_words && (name->flags[i] & FACT_SUBJECT_WORD_DIGIT) == 0)
        i++;
    return i;
}

gboolean
fact_subject_name_same_numbers(const FactSubjectName *a, const FactSubjectName *b)
{
    guint i = next_number(a, 0);
    guint j = next_number(b, 0);

    while (i < a->n_words && j < b->n_words) {
        if (strcmp(a->words[i], b->words[j]) != 0)
            return FALSE;
        i = next_number(a, i + 1);
        j = next_number(b, j + 1);
    }
    return i == a->n_words && j == b->n_words;
}

gboolean
fact_subject_name_is_acronym(const FactSubjectName *name)
{
    return name->n_words == 1 && (name->flags[0] & FACT_SUBJECT_WORD_CAPITALS) != 0 &&
           (name->flags[0] & FACT_SUBJECT_WORD_DIGIT) == 0 &&
           strlen(name->compact) >= FACT_ACRONYM_LENGTH_MIN &&
           strlen(name->compact) <= FACT_ACRONYM_LENGTH_MAX;
}

void
fact_subject_name_initials(const FactSubjectName *name, gboolean with_small, GString *out)
{
    for (guint i = 0; i < name->n_words; i++) {
        if (with_small || (name->flags[i] & FACT_SUBJECT_WORD_LOWER) == 0)
            g_string_append_unichar(out, g_utf8_get_char(name->words[i]));
    }
}
