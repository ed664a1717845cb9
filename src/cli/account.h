/* SPDX-License-Identifier: MIT
 *
 * Accounts for `explain`: how claims were read, and why a key was flagged or was not. Plain lines;
 * text of articles is escaped.
 */
#pragma once

#include "cli/run.h"

/* A line of @indent spaces and the formatted text. */
void
fact_account_line(GString *out, guint indent, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The sentence of claim @index, where it stands and how it was read. */
void
fact_account_claim(FactRun *run, guint index, GString *out);

/* All of a finding: sides with their claims, pairs with their rules. */
void
fact_account_finding(FactRun *run, const FactFinding *finding, GString *out);

/* What was read of what @subject and @attribute match, and why it is silent or is not. Matching is
 * by id or by a part of the label, case does not count. FALSE where nothing was read at all. */
gboolean
fact_account_silence(FactRun *run, const char *subject, const char *attribute, GString *out);
