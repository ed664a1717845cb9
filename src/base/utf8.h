/* SPDX-License-Identifier: MIT
 *
 * Checks UTF-8 as g_utf8_validate does, sixteen bytes at a time where they are ASCII.
 */
#pragma once

#include <stddef.h>

/* How many bytes of @str are valid UTF-8 without NUL: @len if all are, else up to the first
 * character that is not. */
size_t
fact_utf8_valid_length(const char *str, size_t len);
