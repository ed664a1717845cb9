/* SPDX-License-Identifier: MIT
 *
 * Noun phrases: where one begins and ends, and the name that heads it.
 */
#pragma once

#include "extract/analysis.h"

typedef struct {
    guint first; /* tokens of the phrase */
    guint last;
} FactPhrase;

/* The noun phrase that begins at token @i / ends before token @i, not beyond @limit; FALSE for
 * none. */
gboolean
fact_phrase_forward(const FactAnalysis *analysis, guint i, guint limit, FactPhrase *out_phrase);

gboolean
fact_phrase_backward(const FactAnalysis *analysis, guint i, guint limit, FactPhrase *out_phrase);

/* Whether "behind" stands at token @i: "the company behind the model". */
gboolean
fact_phrase_is_behind(const FactAnalysis *analysis, guint i);

/* Whether a noun phrase that was read up to token @i goes on there: a name, a noun or an adjective.
 */
gboolean
fact_phrase_goes_on(const FactAnalysis *analysis, guint i);

/* The name that heads @phrase: the last one in it that owns nothing there; FACT_NONE for none. */
guint
fact_phrase_head_name(const FactAnalysis *analysis, FactPhrase phrase);

/* The same; @out_owner is the name that possesses the head, FACT_NONE for none. */
guint
fact_phrase_find_head(const FactAnalysis *analysis, FactPhrase phrase, guint *out_owner);

/* Words of closed lists, each ended by NULL. */
extern const char *const FACT_WORDS_RELATIVES[];       /* "which", "who" */
extern const char *const FACT_WORDS_POSSESSIVES[];     /* "its", "his" */
extern const char *const FACT_WORDS_PERSON_PRONOUNS[]; /* "he", "her" */
extern const char *const FACT_WORDS_THING_PRONOUNS[];  /* "it", "its" */
extern const char *const FACT_WORDS_DEMONSTRATIVES[];  /* "this", "those" */

/* The folded word of token @i; "" for none. */
const char *
fact_phrase_word(const FactAnalysis *analysis, guint i);

/* Whether token @i is one of @words. */
gboolean
fact_phrase_has_word(const FactAnalysis *analysis, guint i, const char *const *words);

/* Whether token @i can stand inside a noun phrase before its head. */
gboolean
fact_phrase_takes(const FactAnalysis *analysis, guint i);

/* Whether token @i is a pronoun that is a phrase of its own: "it", but not "this" of "this model".
 */
gboolean
fact_phrase_is_pronoun(const FactAnalysis *analysis, guint i);
