/* SPDX-License-Identifier: MIT
 *
 * The corpus: all documents and claims of a run. Documents go to a pool of threads, each with its
 * own scratch memory; their claims meet here in the order of the documents, so that no byte depends
 * on the number of threads.
 */
#pragma once

#include "base/log.h"
#include "claim/claim-table.h"
#include "claim/claim.h"

typedef enum {
    FACT_GROUP_BY_DEFAULT, /* topic where there is one, else the whole corpus */
    FACT_GROUP_BY_TOPIC,
    FACT_GROUP_BY_SOURCE,
    FACT_GROUP_BY_DIRECTORY,
    FACT_GROUP_BY_FIELD,
    FACT_GROUP_BY_NONE,
} FactGroupBy;

typedef struct {
    guint jobs; /* 0: one per processor */
    FactGroupBy group_by;
    const char *
        group_field; /* of FACT_GROUP_BY_FIELD: a further field of JSON documents or front matter */
    /* Called after each input with what is read so far; nullable. */
    void (*progress_cb)(guint n_documents, guint n_claims, gpointer user_data);
    gpointer progress_data;
} FactCorpusOptions;

typedef struct FactCorpus FactCorpus;

FactCorpus *
fact_corpus_new(FactCatalog *catalog, const FactCorpusOptions *options);

void
fact_corpus_free(FactCorpus *corpus);

/* Reads @paths and extracts (or, from claims files, reads) their claims. Problems go to @log. */
void
fact_corpus_read(FactCorpus *corpus, const char *const *paths, FactLog *log);

const FactCatalog *
fact_corpus_get_catalog(const FactCorpus *corpus);

guint
fact_corpus_get_n_claims(const FactCorpus *corpus);

/* All claims, ordered by document and span; statements that meet (link/statement.h) among them. */
const FactClaim *
fact_corpus_get_claims(const FactCorpus *corpus);

/* Of FactDocument, without texts, ordered by path and place in it. */
const GPtrArray *
fact_corpus_get_documents(const FactCorpus *corpus);

/* Links subjects and keys all claims that can be compared; borrowed, made at the first call. */
const FactClaimTable *
fact_corpus_get_table(FactCorpus *corpus);

/* Evidence of a claim, its document read again (a few are kept). FALSE where the file is gone. */
gboolean
fact_corpus_get_evidence(FactCorpus *corpus, const FactClaim *claim, FactEvidence *out_evidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactCorpus, fact_corpus_free)
