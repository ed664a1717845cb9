/* SPDX-License-Identifier: MIT
 *
 * The names of verdicts. They never change meaning and are never reused.
 */
#include "catalog/catalog.h"

static const char *const verdict_names[FACT_VERDICT_LAST + 1] = {
    [FACT_VERDICT_AGREE] = "agree",
    [FACT_VERDICT_SCOPE_DIFFERS] = "scope-differs",
    [FACT_VERDICT_CHANGED_OVER_TIME] = "changed-over-time",
    [FACT_VERDICT_ROUNDING] = "rounding",
    [FACT_VERDICT_DISPUTED] = "disputed",
    [FACT_VERDICT_REFINES] = "refines",
    [FACT_VERDICT_CONFLICT] = "conflict",
};

const char *
fact_verdict_to_string(FactVerdict verdict)
{
    g_return_val_if_fail((guint)verdict <= FACT_VERDICT_LAST, "agree");
    return verdict_names[verdict];
}

gboolean
fact_verdict_from_string(const char *name, FactVerdict *out_verdict)
{
    for (guint i = 0; i < G_N_ELEMENTS(verdict_names); i++) {
        if (g_str_equal(name, verdict_names[i])) {
            *out_verdict = (FactVerdict)i;
            return TRUE;
        }
    }
    return FALSE;
}
