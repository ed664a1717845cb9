/* SPDX-License-Identifier: MIT */
#include "catalog/catalog.h"

static const struct {
    FactKind kind;
    const char *name;
} kinds[] = {
    {FACT_KIND_PERSON, "person"}, {FACT_KIND_ORGANISATION, "organisation"},
    {FACT_KIND_PLACE, "place"},   {FACT_KIND_PRODUCT, "product"},
    {FACT_KIND_WORK, "work"},     {FACT_KIND_EVENT, "event"},
    {FACT_KIND_OTHER, "other"},
};

const char *
fact_kind_to_string(FactKind kind)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (kinds[i].kind == kind)
            return kinds[i].name;
    }
    return "other";
}

gboolean
fact_kind_from_string(const char *name, FactKind *out_kind)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (g_str_equal(name, kinds[i].name)) {
            *out_kind = kinds[i].kind;
            return TRUE;
        }
    }
    return FALSE;
}
