/* SPDX-License-Identifier: MIT */
#include "catalog/catalog.h"

static const char *const severity_names[] = {
    [FACT_SEVERITY_NONE] = "none",
    [FACT_SEVERITY_INFO] = "info",
    [FACT_SEVERITY_WARNING] = "warning",
    [FACT_SEVERITY_ERROR] = "error",
};

const char *
fact_severity_to_string(FactSeverity severity)
{
    g_return_val_if_fail((guint)severity < G_N_ELEMENTS(severity_names), "none");
    return severity_names[severity];
}

gboolean
fact_severity_from_string(const char *name, FactSeverity *out_severity)
{
    for (guint i = 0; i < G_N_ELEMENTS(severity_names); i++) {
        if (g_str_equal(name, severity_names[i])) {
            *out_severity = (FactSeverity)i;
            return TRUE;
        }
    }
    return FALSE;
}
