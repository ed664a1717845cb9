/* SPDX-License-Identifier: MIT
 *
 * The one place of the value module that knows jansson. Numbers of other programs come as integers,
 * reals or strings of digits; a real is taken with the 15 digits that a double keeps.
 */
#include "value/value-reader.h"

#include <jansson.h>
#include <string.h>

static json_t *
member_of(const FactValueReader *reader, const char *member)
{
    return json_object_get((const json_t *)reader->json, member);
}

gboolean
fact_value_reader_has(const FactValueReader *reader, const char *member)
{
    return member_of(reader, member) != NULL;
}

gboolean
fact_value_reader_fail(FactValueReader *reader, const char *member, const char *format, ...)
{
    va_list arguments;

    if (reader->error != NULL)
        return FALSE;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    reader->error = g_error_new(FACT_ERROR, FACT_ERROR_INPUT, "member \"%s\": %s", member, message);
    reader->pointer = g_strconcat("/", member, NULL);
    return FALSE;
}

/* "1.5e+300" of a double to a decimal; FALSE where it does not fit. */
static gboolean
decimal_from_real(double real, FactDecimal *out_decimal)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(text, sizeof text, "%.14e", real);
    char *mark = strchr(text, 'e');
    FactDecimal mantissa;
    gint64 exponent;

    if (mark == NULL || !fact_decimal_parse(text, (size_t)(mark - text), &mantissa))
        return FALSE;
    exponent = g_ascii_strtoll(mark + 1, NULL, 10) + mantissa.exponent;
    if (mantissa.coefficient == 0)
        exponent = 0;
    if (ABS(exponent) > FACT_DECIMAL_EXPONENT_MAX)
        return FALSE;
    *out_decimal = fact_decimal_new(mantissa.coefficient, (int32_t)exponent);
    return TRUE;
}

static gboolean
decimal_from_integer(json_int_t integer, FactDecimal *out_decimal)
{
    char text[32];
    int n = g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, (gint64)integer);
    return fact_decimal_parse(text, (size_t)n, out_decimal);
}

static gboolean
decimal_from_json(const json_t *json, FactDecimal *out_decimal)
{
    if (json_is_integer(json))
        return decimal_from_integer(json_integer_value(json), out_decimal);
    if (json_is_real(json))
        return decimal_from_real(json_real_value(json), out_decimal);
    if (json_is_string(json))
        return fact_decimal_parse(json_string_value(json), json_string_length(json), out_decimal);
    return FALSE;
}

gboolean
fact_value_reader_decimal(FactValueReader *reader, const char *member, FactDecimal *out_decimal,
                          gboolean *out_found)
{
    const json_t *json = member_of(reader, member);

    if (reader->error != NULL)
        return FALSE;
    *out_found = json != NULL;
    if (json == NULL)
        return TRUE;
    if (!decimal_from_json(json, out_decimal))
        return fact_value_reader_fail(reader, member, "not a number of at most %d digits",
                                      FACT_DECIMAL_DIGITS_MAX);
    return TRUE;
}

gboolean
fact_value_reader_string(FactValueReader *reader, const char *member, const char **out_string)
{
    const json_t *json = member_of(reader, member);

    if (reader->error != NULL)
        return FALSE;
    if (json == NULL)
        return TRUE;
    if (!json_is_string(json) || strlen(json_string_value(json)) != json_string_length(json))
        return fact_value_reader_fail(reader, member, "not a string");
    *out_string = fact_string_pool_intern(reader->pool, json_string_value(json));
    return TRUE;
}

gboolean
fact_value_reader_boolean(FactValueReader *reader, const char *member, gboolean *out_boolean)
{
    const json_t *json = member_of(reader, member);

    if (reader->error != NULL)
        return FALSE;
    if (json == NULL)
        return TRUE;
    if (!json_is_boolean(json))
        return fact_value_reader_fail(reader, member, "neither true nor false");
    *out_boolean = json_is_true(json);
    return TRUE;
}

gboolean
fact_value_reader_integers(FactValueReader *reader, const char *member, int32_t *out_integers,
                           guint max, guint *out_n)
{
    const json_t *json = member_of(reader, member);

    if (reader->error != NULL)
        return FALSE;
    if (!json_is_array(json) || json_array_size(json) == 0 || json_array_size(json) > max)
        return fact_value_reader_fail(reader, member, "not an array of 1 to %u whole numbers", max);
    for (size_t i = 0; i < json_array_size(json); i++) {
        const json_t *element = json_array_get(json, i);
        json_int_t integer = json_integer_value(element);
        if (!json_is_integer(element) || integer < 0 || integer > G_MAXINT32)
            return fact_value_reader_fail(reader, member, "not an array of 1 to %u whole numbers",
                                          max);
        out_integers[i] = (int32_t)integer;
    }
    *out_n = (guint)json_array_size(json);
    return TRUE;
}

static gboolean
read_name(FactValueReader *reader, const char *member, const json_t *json, GPtrArray *out_ids,
          GPtrArray *out_labels)
{
    const char *id = json_string_value(json_object_get(json, "id"));
    const char *label = json_string_value(json_object_get(json, "label"));

    if (id == NULL || *id == '\0')
        return fact_value_reader_fail(reader, member, "a name without an id");
    if (json_object_get(json, "label") != NULL && label == NULL)
        return fact_value_reader_fail(reader, member, "a label that is not a string");
    g_ptr_array_add(out_ids, (char *)fact_string_pool_intern(reader->pool, id));
    g_ptr_array_add(out_labels,
                    (char *)fact_string_pool_intern(reader->pool, label == NULL ? id : label));
    return TRUE;
}

gboolean
fact_value_reader_names(FactValueReader *reader, const char *member, GPtrArray *out_ids,
                        GPtrArray *out_labels)
{
    if (reader->error != NULL)
        return FALSE;
    if (member == NULL)
        return read_name(reader, "id", reader->json, out_ids, out_labels);
    const json_t *json = member_of(reader, member);
    if (!json_is_array(json))
        return fact_value_reader_fail(reader, member, "not an array of names");
    for (size_t i = 0; i < json_array_size(json); i++)
        if (!read_name(reader, member, json_array_get(json, i), out_ids, out_labels))
            return FALSE;
    return TRUE;
}
