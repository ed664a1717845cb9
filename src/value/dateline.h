/* SPDX-License-Identifier: MIT
 *
 * The publication date of a document whose metadata give none.
 */
#pragma once

#include "base/document.h"
#include "value/mention.h"

/* Where @document->published holds no whole date, looks for one in the path of its URL
 * ("/2013/07/21/", "/2013-07-21/", "/2013/jul/21/", "/20130721/"), then for a line near the top of
 * its text that is a date line and nothing else ("March 1, 2008", "Last updated: 5 June 2013, 14:02
 * GMT"), and sets published to what it found. A date in prose never counts. */
void
fact_dateline_complete(const FactCatalog *catalog, FactDocument *document);
