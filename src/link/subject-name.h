/* SPDX-License-Identifier: MIT
 *
 * The name of a subject in its normal form: words folded, marks, accents, possessives and legal
 * forms dropped. Two spellings of one name have equal compact forms: "DeepSeek-R1", "Deepseek R1",
 * "DeepSeek's R1 model"; "Acme, Inc." and "ACME".
 */
#pragma once

#include "base/arena.h"
#include "catalog/catalog.h"

/* Words of a name; one with more of them is compared as a whole only. */
#define FACT_SUBJECT_WORDS_MAX 16
/* Bytes of a label that are read. */
#define FACT_SUBJECT_LABEL_MAX 512

typedef enum {
    FACT_SUBJECT_WORD_LOWER = 1 << 0,    /* written with a small first letter, or without letters */
    FACT_SUBJECT_WORD_CAPITALS = 1 << 1, /* two or more letters, all capitals */
    FACT_SUBJECT_WORD_HYPHEN = 1 << 2,   /* a hyphen joins it to the word before */
    FACT_SUBJECT_WORD_ASIDE = 1 << 3, /* in quotation marks or brackets: a nickname, an acronym */
    FACT_SUBJECT_WORD_DIGIT = 1 << 4, /* has a digit: a version, a year */
    FACT_SUBJECT_WORD_PLAIN = 1 << 5, /* letters of ASCII and nothing else */
} FactSubjectWordFlags;

/* Small, for there is one for each subject of a corpus. */
typedef struct {
    const char *const *words;
    const FactWord *numbers; /* of the words in the catalog's lexicon; 0 for those it does not have */
    const uint8_t *flags;    /* FactSubjectWordFlags */
    guint n_words;
    gboolean is_cut; /* had more words or bytes than fit */
    const char
        *compact; /* the words glued together, but for a blank between two digits; "" for none */
    uint64_t hash; /* of compact: most names are told apart by it, without a look at their letters */
} FactSubjectName;

/* Strings of @out_name are in @arena. */
void
fact_subject_name_parse(const FactCatalog *catalog, const char *label, FactArena *arena,
                        FactSubjectName *out_name);

/* The compact form of words [first, last). */
void
fact_subject_name_glue(const FactSubjectName *name, guint first, guint last, GString *out);

/* "IMF": shorter ones stand for too many things. */
#define FACT_ACRONYM_LENGTH_MIN 3
#define FACT_ACRONYM_LENGTH_MAX 8

/* One word in capitals, of a length that stands for few names. */
gboolean
fact_subject_name_is_acronym(const FactSubjectName *name);

/* First letters of the words, those written small left out unless @with_small. */
void
fact_subject_name_initials(const FactSubjectName *name, gboolean with_small, GString *out);

/* Whether the words of both that have digits are the same, in order: versions must match. */
gboolean
fact_subject_name_same_numbers(const FactSubjectName *a, const FactSubjectName *b);

/* Whether @word, folded, is more than a name: "strong", "police", "washington". */
gboolean
fact_subject_word_is_ordinary(const FactCatalog *catalog, const char *word);

/* The classes of word @i of @name in the catalog's lexicon. */
static inline uint32_t
fact_subject_name_classes(const FactCatalog *catalog, const FactSubjectName *name, guint i)
{
    return fact_lexicon_get_classes(catalog->lexicon, name->numbers[i]);
}

/* What the catalog's list @list has for word @i of @name; NULL where it is not in it. */
const char *
fact_subject_name_find_listed(const FactCatalog *catalog, const char *list,
                              const FactSubjectName *name, guint i);

/* The same of an ordinary word (below) and of standing in a list, of word @i of @name: what the
 * lexicon knows of it need not be looked up again. */
gboolean
fact_subject_name_is_ordinary(const FactCatalog *catalog, const FactSubjectName *name, guint i);

gboolean
fact_subject_name_is_listed(const FactCatalog *catalog, const char *list,
                            const FactSubjectName *name, guint i);

/* Whether @word stands in the catalog's list of this name. */
gboolean
fact_subject_word_is_listed(const FactCatalog *catalog, const char *list, const char *word);
