/* SPDX-License-Identifier: MIT */
#include "support/assert.h"

#include <string.h>

void
test_assert_decimal(FactDecimal decimal, const char *text, const char *file, int line)
{
    g_autoptr(GString) printed = g_string_new(NULL);

    fact_decimal_format(decimal, printed);
    _assert_string_equal(printed->str, text, file, line);
    if (decimal.coefficient % 10 == 0 && (decimal.coefficient != 0 || decimal.exponent != 0)) {
        print_error("%s is not normalised\n", text);
        _fail(file, line);
    }
}

void
test_assert_position(FactPosition position, guint line_number, guint column, const char *file,
                     int line)
{
    g_autofree char *actual = g_strdup_printf("%u:%u", position.line, position.column);
    g_autofree char *expected = g_strdup_printf("%u:%u", line_number, column);

    _assert_string_equal(actual, expected, file, line);
}

void
test_assert_tokens(const FactTokens *tokens, const char *texts, const char *file, int line)
{
    g_autoptr(GString) actual = g_string_new(NULL);

    for (guint i = 0; i < tokens->n; i++) {
        const FactToken *token = &tokens->tokens[i];

        g_string_append(actual, i == 0 ? "" : " | ");
        g_string_append_len(actual, tokens->text + token->start, token->end - token->start);
    }
    _assert_string_equal(actual->str, texts, file, line);
}

void
test_assert_log(const FactLog *log, const char *messages, const char *file, int line)
{
    g_autoptr(GString) actual = g_string_new(NULL);

    for (guint i = 0; i < fact_log_get_length(log); i++)
        g_string_append_printf(actual, "%s%s", i == 0 ? "" : "\n", fact_log_get(log, i)->message);
    _assert_string_equal(actual->str, messages, file, line);
}

FactDecimal
test_decimal(const char *text)
{
    FactDecimal decimal;

    if (!fact_decimal_parse(text, strlen(text), &decimal))
        fail_msg("not a decimal: %s", text);
    return decimal;
}
