/* SPDX-License-Identifier: MIT
 *
 * What an article asks to be left out of the gate:
 *
 *     waiver  = [setting...] [attribute] [setting...] ["--" reason]
 *     setting = ("subject" | "attribute" | "until" | "who") "=" (word | '"' words '"')
 *
 * as a comment, `<!-- factdiff:ignore training_cost -- the ministry's own figure -->`, or as an
 * item of "factdiff-ignore" in the front matter.
 */
#pragma once

#include "base/document.h"

/* Of one document. */
#define FACT_READ_WAIVERS_MAX 100
/* Of one waiver; the rest of its reason is cut off. */
#define FACT_READ_WAIVER_BYTES_MAX 4000

/* Reads what follows "factdiff:ignore". Transfer full. */
FactWaiver *
fact_waiver_parse(const char *str, size_t len, FactPosition place);

/* Reads the inside of a comment; NULL where it is none of ours. */
FactWaiver *
fact_waiver_parse_comment(const char *str, size_t len, FactPosition place);

/* Adds @waiver, transfer full, to @document; FALSE where there are too many. */
gboolean
fact_document_add_waiver(FactDocument *document, FactWaiver *waiver);
