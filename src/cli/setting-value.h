/* SPDX-License-Identifier: MIT
 *
 * The values of settings: what each has to be, and how it is read. A parser leaves its
 * out-parameter alone where it fails.
 */
#pragma once

#include "cli/settings.h"

#define FACT_JOBS_MAX 256
#define FACT_WIDTH_MIN 20
#define FACT_WIDTH_MAX 1000

gboolean
fact_setting_parse_number(const char *text, guint min, guint max, guint *out_number);

/* "0.75" as hundredths. */
gboolean
fact_setting_parse_share(const char *text, guint *out_hundredths);

/* A severity, or with @may_be_never "never", which is FACT_SEVERITY_NONE. */
gboolean
fact_setting_parse_level(const char *text, gboolean may_be_never, FactSeverity *out_level);

/* "auto" is @has_color. */
gboolean
fact_setting_parse_color(const char *text, gboolean has_color, gboolean *out_color);

/* Whether the value of a setting can be read; @error says what is expected. */
gboolean
fact_setting_check(const FactSetting *setting, const FactSettings *settings,
                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Splits "FORMAT:PATH"; FALSE where FORMAT is none. */
gboolean
fact_setting_split_output(const char *output, const FactReportFormat **out_format,
                          const char **out_path);
