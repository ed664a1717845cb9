/* SPDX-License-Identifier: MIT
 *
 * A claim: subject + attribute + value, with qualifiers and modality, and where it stands.
 *
 * Claims are plain data in big arrays; all strings are interned in the corpus's pool (or, before the
 * hand-over, in the document's arena), so copying the struct copies the claim. A claim stays well
 * under 300 bytes: no sentence is kept, the text is read again for what is shown.
 */
#pragma once

#include "base/document.h"
#include "value/value.h"

typedef enum {
    FACT_POLARITY_AFFIRMED,
    FACT_POLARITY_DENIED,
} FactPolarity;

/* What the text does with the statement. Only facts are compared with facts. */
typedef enum {
    FACT_MOOD_FACT,
    FACT_MOOD_PLAN,       /* "will", "plans to", "is due to" */
    FACT_MOOD_FORECAST,   /* "is expected to", "analysts forecast" */
    FACT_MOOD_HYPOTHESIS, /* "if", "could", "may have" */
    FACT_MOOD_QUESTION,
} FactMood;

/* Basis of a count of the story that an article does not give where it tells what it is about. */
#define FACT_BASIS_BEYOND_LEAD "beyond the lead"
/* Basis of a count of the injured in an article that tells of a death elsewhere: of one of them, or
 * of another. */
#define FACT_BASIS_SOME_MAY_HAVE_DIED "some may have died"
/* Id of the story itself as a subject. */
#define FACT_SUBJECT_STORY "@story"
/* First byte of the id of a subject known by a description alone: "@the film". Linking may join it
 * with the group's main subject. */
#define FACT_SUBJECT_DESCRIPTION '@'
/* "it", where nothing in the document says what. */
#define FACT_SUBJECT_IT "@it"
/* "@the 34-year-old": a person of whom an article gives no name. */
#define FACT_DESCRIBED_BY_AGE "the "
#define FACT_YEARS_OLD "-year-old"
/* Id of the attribute that tells how a person's name is written. */
#define FACT_ATTRIBUTE_NAME "name"
/* Id of the attribute that tells the rank before it. */
#define FACT_ATTRIBUTE_RANK "rank"
/* Id of the attribute that tells the block of a street. */
#define FACT_ATTRIBUTE_BLOCK "block"
/* Begins the id of a statement, of which the value is one word or number; its hash follows. */
#define FACT_ATTRIBUTE_STATEMENT "statement:"

typedef struct {
    /* subject */
    const char *subject_id;    /* of the catalog, or a normalised name, or FACT_SUBJECT_STORY */
    const char *subject_label; /* for people */
    const char *subject_text;  /* as written at the claim: "R1", "the company" */
    /* attribute */
    const char *attribute_id;  /* of the catalog, or open: "open:copies sold" */
    const char *attribute_label;
    /* qualifiers, NULL for none */
    const char *period;  /* EDTF */
    const char *place;   /* entity id */
    const char *basis;   /* "per year", "opening weekend" */
    /* modality */
    const char *hedge;   /* "estimated", "reported", "alleged"; NULL for none */
    const char *speaker; /* label of who says it; NULL for the article itself */
    const char *group;   /* set by the corpus; "" where all is one group; NULL before, where none was read */
    const char *extra;   /* unknown members of a claim that was read: one JSON object; NULL */
    const char *record_path; /* of a claim that was read: the claims file it stands in; else NULL */
    uint64_t record_offset; /* of a claim that was read: where its line starts in its file; else 0 */
    uint32_t document;   /* index of its document in the corpus */
    uint32_t line;
    uint32_t column;
    FactSpan span;       /* of the value, as JSON writes it (offsets into the file, see design.md 3) */
    uint8_t subject_kinds;    /* FactKind bits */
    uint8_t polarity : 2;     /* FactPolarity */
    uint8_t mood : 4;         /* FactMood */
    uint8_t is_read : 1;      /* from a claims file, not from text */
    uint16_t confidence;      /* hundredths */
    FactValue value;
} FactClaim;

/* The id of a claim: 16 hexadecimal digits and a NUL, a hash of its document's id, its span, its
 * subject and its attribute. */
#define FACT_CLAIM_ID_SIZE 17

void
fact_claim_format_id(const FactClaim *claim, const FactDocument *document,
                     char out_id[FACT_CLAIM_ID_SIZE]);

const char *
fact_mood_to_string(FactMood mood);

gboolean
fact_mood_from_string(const char *name, FactMood *out_mood);

/* What is shown of the text around a claim, cut at line breaks and FACT_EVIDENCE_MAX bytes. */
#define FACT_EVIDENCE_MAX 160

typedef struct {
    char *quote;  /* owned: the span */
    char *prefix; /* owned: what stands before it on its line or in its paragraph */
    char *suffix; /* owned */
} FactEvidence;

void
fact_evidence_clear(FactEvidence *evidence);

/* The evidence for bytes @start to @end of @text; white space is folded to single spaces, and cuts
 * fall between words. */
void
fact_evidence_from_text(const char *text, size_t len, size_t start, size_t end, FactEvidence *out_evidence);

/* One claim as a JSON object (design.md section 5) into @writer, as element or member @name. */
void
fact_claim_write(const FactClaim *claim, const FactDocument *document, const FactEvidence *evidence,
                 const char *name, FactJsonWriter *writer);

/* The document's record. */
void
fact_document_write(const FactDocument *document, FactJsonWriter *writer);

/* Reads one record of a claims file. @json has @len bytes and stands at @line of @path. A claim's
 * document is found or made by source.doc through @documents (id -> index+1, strings of @pool);
 * messages name path:line:column. TRUE with @out_is_claim FALSE for a document record. */
typedef struct FactClaimReader FactClaimReader;

FactClaimReader *
fact_claim_reader_new(const FactCatalog *catalog, FactStringPool *pool, FactArena *arena);

void
fact_claim_reader_free(FactClaimReader *reader);

/* On success either @out_claim is filled and @out_document is a new record of its source (id, path,
 * title, published, publisher), or, for a document record, *out_is_claim is FALSE and @out_document is
 * that record. @out_evidence gets quote, prefix and suffix where asked for (nullable). */
gboolean
fact_claim_reader_read(FactClaimReader *reader, const char *path, guint line, const char *json, size_t len,
                       gboolean *out_is_claim, FactClaim *out_claim, FactDocument **out_document,
                       FactEvidence *out_evidence, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactClaimReader, fact_claim_reader_free)
