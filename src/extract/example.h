/* SPDX-License-Identifier: MIT
 *
 * Whether an attribute's example sentences come out as the catalog says they do.
 */
#pragma once

#include "extract/extract.h"

/* TRUE if @example of @attribute is extracted as it says; else @out_why (transfer full) tells what
 * came out instead. */
gboolean
fact_example_check(FactExtractor *extractor, const FactAttribute *attribute, const FactExample *example,
                   char **out_why);
