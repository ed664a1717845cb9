/* SPDX-License-Identifier: MIT
 *
 * Assertions in the words of the domain. Each is a macro over a function that takes the caller's
 * file and line, so that a failure points at the test.
 */
#pragma once

#include "support/suite.h"

#include "base/decimal.h"
#include "base/json-locate.h"
#include "base/log.h"
#include "text/token.h"

/* @text is how the decimal prints: "5.6". */
#define assert_decimal(decimal, text) test_assert_decimal((decimal), (text), __FILE__, __LINE__)

#define assert_position(position, line, column)                                                    \
    test_assert_position((position), (line), (column), __FILE__, __LINE__)

/* The texts of all tokens, with " | " between them. */
#define assert_tokens(tokens, texts) test_assert_tokens((tokens), (texts), __FILE__, __LINE__)

/* All messages of @log, one a line; "" for none. */
#define assert_log(log, messages) test_assert_log((log), (messages), __FILE__, __LINE__)

/* @out is a GString and holds exactly @text. */
#define assert_gstring(out, text) _assert_string_equal((out)->str, (text), __FILE__, __LINE__)

void
test_assert_decimal(FactDecimal decimal, const char *text, const char *file, int line);

void
test_assert_position(FactPosition position, guint line_number, guint column, const char *file,
                     int line);

void
test_assert_tokens(const FactTokens *tokens, const char *texts, const char *file, int line);

void
test_assert_log(const FactLog *log, const char *messages, const char *file, int line);

/* Decimal of a literal; the test fails where it does not parse. */
FactDecimal
test_decimal(const char *text);
