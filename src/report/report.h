/* SPDX-License-Identifier: MIT
 *
 * Writers of findings, one file per format behind one table. A writer gets findings, documents'
 * records and a way to evidence; it never sees a text. It writes into a GString and decides
 * nothing.
 */
#pragma once

#include "compare/finding.h"

typedef struct {
    FactSeverity show;    /* least severity printed by formats that filter: text, markdown, html */
    FactSeverity fail_on; /* what fails the run, for JUnit; NONE: nothing */
    gboolean color;       /* text */
    guint width;          /* text; 0: 80 */
    gboolean hyperlinks;  /* text: OSC 8 */
    guint max_findings;   /* 0: all */
    const char *folder;   /* nullable: absolute, where relative paths of documents start */
    const char *root;     /* nullable: absolute, the repository, which CI formats name paths in */
    const char *version;  /* nullable: of the program */
} FactReportOptions;

typedef struct {
    const FactCatalog *catalog;
    const FactFindings *findings;
    const FactClaim *claims;
    const GPtrArray *documents;
    /* Evidence of a claim; FALSE where it is not to be had. */
    gboolean (*get_evidence)(gpointer user_data, const FactClaim *claim,
                             FactEvidence *out_evidence);
    gpointer user_data;
    /* Whether a document changed; NULL where the run does not ask. */
    gboolean (*is_changed)(gpointer changed_data, guint document);
    gpointer changed_data;
} FactReportInput;

typedef struct {
    const char *name;    /* as --format names it */
    const char *summary; /* for --help */
    const char *suffix;  /* file names of `report -o`: ".html" */
    void (*write)(const FactReportInput *input, const FactReportOptions *options, GString *out);
} FactReportFormat;

/* All formats; the last one has a NULL name. */
const FactReportFormat *
fact_report_formats(void);

/* NULL if unknown. */
const FactReportFormat *
fact_report_format_find(const char *name);
