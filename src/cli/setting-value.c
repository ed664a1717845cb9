/* SPDX-License-Identifier: MIT */
#include "cli/setting-value.h"

#include "base/decimal.h"
#include "gate/gate.h"

#include <string.h>

gboolean
fact_setting_parse_number(const char *text, guint min, guint max, guint *out_number)
{
    guint64 number;

    if (!g_ascii_string_to_unsigned(text, 10, min, max, &number, NULL))
        return FALSE;
    *out_number = (guint)number;
    return TRUE;
}

/* "0.75" as hundredths. */
gboolean
fact_setting_parse_share(const char *text, guint *out_hundredths)
{
    FactDecimal share;
    const FactDecimal one = fact_decimal_new(1, 0);

    if (!fact_decimal_parse(text, strlen(text), &share) ||
        fact_decimal_compare(share, FACT_DECIMAL_ZERO) < 0 || fact_decimal_compare(share, one) > 0)
        return FALSE;
    *out_hundredths = (guint)(fact_decimal_to_double(share) * 100 + 0.5);
    return TRUE;
}

gboolean
fact_setting_parse_level(const char *text, gboolean may_be_never, FactSeverity *out_level)
{
    if (may_be_never && strcmp(text, "never") == 0) {
        *out_level = FACT_SEVERITY_NONE;
        return TRUE;
    }
    return fact_severity_from_string(text, out_level) && *out_level != FACT_SEVERITY_NONE;
}

gboolean
fact_setting_parse_color(const char *text, gboolean has_color, gboolean *out_color)
{
    gboolean is_always = strcmp(text, "always") == 0;
    gboolean is_auto = strcmp(text, "auto") == 0;

    if (!is_always && !is_auto && strcmp(text, "never") != 0)
        return FALSE;
    *out_color = is_always || (is_auto && has_color);
    return TRUE;
}

static gboolean
is_day(const char *text)
{
    guint year;
    guint month;
    guint day;
    g_auto(GStrv) parts = g_strsplit(text, "-", 4);

    return g_strv_length(parts) == 3 && strlen(text) == 10 &&
           fact_setting_parse_number(parts[0], 1, 9999, &year) &&
           fact_setting_parse_number(parts[1], 1, 12, &month) &&
           fact_setting_parse_number(parts[2], 1, 31, &day) &&
           g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

gboolean
fact_setting_split_output(const char *output, const FactReportFormat **out_format,
                          const char **out_path)
{
    const char *colon = strchr(output, ':');

    if (colon == NULL || colon[1] == '\0')
        return FALSE;
    g_autofree char *name = g_strndup(output, (gsize)(colon - output));
    const FactReportFormat *format = fact_report_format_find(name);
    if (format == NULL)
        return FALSE;
    *out_format = format;
    *out_path = colon + 1;
    return TRUE;
}

static char *
list_formats(void)
{
    GString *names = g_string_new(NULL);

    for (const FactReportFormat *format = fact_report_formats(); format->name != NULL; format++)
        g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", format->name);
    return g_string_free(names, FALSE);
}

static gboolean
is_number_of_jobs(const char *value)
{
    guint number;

    return fact_setting_parse_number(value, 1, FACT_JOBS_MAX, &number);
}

static gboolean
is_number_of_findings(const char *value)
{
    guint number;

    return fact_setting_parse_number(value, 1, G_MAXINT, &number);
}

static gboolean
is_width(const char *value)
{
    guint number;

    return fact_setting_parse_number(value, FACT_WIDTH_MIN, FACT_WIDTH_MAX, &number);
}

static gboolean
is_share(const char *value)
{
    guint hundredths;

    return fact_setting_parse_share(value, &hundredths);
}

static gboolean
is_fail_level(const char *value)
{
    FactSeverity level;

    return fact_setting_parse_level(value, TRUE, &level);
}

static gboolean
is_show_level(const char *value)
{
    FactSeverity level;

    return fact_setting_parse_level(value, FALSE, &level);
}

static gboolean
is_color(const char *value)
{
    gboolean color;

    return fact_setting_parse_color(value, FALSE, &color);
}

static gboolean
is_not_empty(const char *value)
{
    return value[0] != '\0';
}

/* What a setting of one value has to be. */
static const struct {
    const char *name;
    gboolean (*is_valid)(const char *value);
    const char *expected;
} CHECKS[] = {
    {"jobs", is_number_of_jobs, "a number from 1 to 256"},
    {"max-findings", is_number_of_findings, "a number from 1 on"},
    {"width", is_width, "a number of columns from 20 to 1000"},
    {"min-confidence", is_share, "a number from 0 to 1"},
    {"fail-on", is_fail_level, "error, warning, info or never"},
    {"show", is_show_level, "error, warning or info"},
    {"color", is_color, "auto, always or never"},
    {"today", is_day, "a day, as 2026-11-23"},
    {"group-by", is_not_empty, "topic, source, dir, none or the name of a field"},
};

static gboolean
refuse_value(const FactSetting *setting, const char *value, const char *expected, GError **error)
{
    g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE, "%s: \"%.80s\" is not %s", setting->name,
                value, expected);
    return FALSE;
}

static gboolean
check_format(const FactSetting *setting, const char *value, GError **error)
{
    gboolean is_lines = (setting->groups & FACT_SETTINGS_LINES) != 0;
    g_autofree char *formats = list_formats();

    if (is_lines ? strcmp(value, "jsonl") == 0 : fact_report_format_find(value) != NULL)
        return TRUE;
    return refuse_value(setting, value, is_lines ? "jsonl" : formats, error);
}

static gboolean
check_string(const FactSetting *setting, const char *value, GError **error)
{
    if (strcmp(setting->name, "format") == 0)
        return check_format(setting, value, error);
    for (guint i = 0; i < G_N_ELEMENTS(CHECKS); i++) {
        if (strcmp(CHECKS[i].name, setting->name) == 0 && !CHECKS[i].is_valid(value))
            return refuse_value(setting, value, CHECKS[i].expected, error);
    }
    return TRUE;
}

static gboolean
check_output(const FactSetting *setting, const char *value, GError **error)
{
    const FactReportFormat *format;
    const char *path;

    if (fact_setting_split_output(value, &format, &path))
        return TRUE;
    g_autofree char *formats = list_formats();
    g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE,
                "%s: \"%.80s\" is not FORMAT:PATH, where FORMAT is one of %s", setting->name, value,
                formats);
    return FALSE;
}

/* Names of files may be any bytes; what is compared with text may not. */
static gboolean
check_encoding(const FactSetting *setting, const char *value, GError **error)
{
    gboolean is_path = setting->kind == FACT_SETTING_PATH || setting->kind == FACT_SETTING_PATHS;

    if (is_path || g_utf8_validate(value, -1, NULL))
        return TRUE;
    g_set_error(error, FACT_ERROR, FACT_ERROR_USAGE, "%s: the value is not UTF-8 text",
                setting->name);
    return FALSE;
}

static gboolean
check_item(const FactSetting *setting, const char *value, GError **error)
{
    if (!check_encoding(setting, value, error))
        return FALSE;
    if (setting->kind == FACT_SETTING_OUTPUTS)
        return check_output(setting, value, error);
    if (setting->kind == FACT_SETTING_LIST && !fact_gate_check_filter(value, error)) {
        g_prefix_error(error, "%s: ", setting->name);
        return FALSE;
    }
    return TRUE;
}

gboolean
fact_setting_check(const FactSetting *setting, const FactSettings *settings, GError **error)
{
    gconstpointer place = G_STRUCT_MEMBER_P(settings, setting->offset);

    if (setting->kind == FACT_SETTING_SWITCH)
        return TRUE;
    if (setting->kind == FACT_SETTING_STRING || setting->kind == FACT_SETTING_PATH) {
        const char *value = *(char *const *)place;
        return value == NULL ||
               (check_encoding(setting, value, error) && check_string(setting, value, error));
    }
    char *const *values = *(char **const *)place;
    for (guint i = 0; values != NULL && values[i] != NULL; i++) {
        if (!check_item(setting, values[i], error))
            return FALSE;
    }
    return TRUE;
}
