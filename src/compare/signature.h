/* SPDX-License-Identifier: MIT
 *
 * Signatures tell copies and rewrites of one text without the texts: a one-permutation MinHash (Li,
 * Owen and Zhang, "One Permutation Hashing", NIPS 2012) over the shingles of SHINGLE_WORDS words,
 * of which a few bits each are kept (Li and König, "b-Bit Minwise Hashing", WWW 2010). They are
 * plain ASCII, stand in the documents' records, and are the same on every machine.
 */
#pragma once

#include "base/document.h"
#include "text/token.h"

/* Transfer full; NULL where the text is too short to tell. Words and numbers count; white space,
 * case, possessives, punctuation and the way of writing quotes do not. What words the tokens' lexicon
 * knows makes no difference. */
char *
fact_signature_from_tokens(const FactTokens *tokens);

/* The estimated share of the shorter text's shingles that stand in the other, 0 to 1. 0 where
 * either is NULL or malformed. */
double
fact_signature_compare(const char *a, const char *b);

/* At this share and above two texts are no independent sources: two reports of one event that
 * share no text but quotations stay below a fifth. */
#define FACT_SIGNATURE_COPY 0.4

/* For each of @documents (of FactDocument) the index of the first one that it is a copy or rewrite
 * of, itself where it is none. Near-linear. Transfer full, documents->len entries. */
guint32 *
fact_signature_originals(const GPtrArray *documents);
