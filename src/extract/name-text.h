/* SPDX-License-Identifier: MIT
 *
 * How a name is written when nothing depends on capitals and marks: as a key, its words in lower
 * case, and as an id, the same with hyphens.
 */
#pragma once

#include "base/arena.h"

/* @text in lower case, in @arena. */
char *
fact_name_text_fold(FactArena *arena, const char *text);

/* The key of a name, in @arena: words in lower case joined by single blanks, marks and a nickname
 * in quotation marks dropped. */
char *
fact_name_text_key(FactArena *arena, const char *text);

/* The id of the name that has @key: @key itself or a string in @arena. */
const char *
fact_name_text_id(FactArena *arena, const char *key);
