/* SPDX-License-Identifier: MIT
 *
 * Texts whose tokens were set apart by spaces: "a 36 - year - old man", "a multi - boat attack".
 */
#pragma once

#include "text/token.h"

/* Joins the hyphens of @tokens again where the text shows that a tokeniser set them apart. Called
 * before sentences are split, where the text has a hyphen with spaces around it. */
void
fact_spacing_mend(FactTokens *tokens);
