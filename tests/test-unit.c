/* SPDX-License-Identifier: MIT
 *
 * The tables of units and currencies against UDUNITS-2 and the ISO 4217 of iso-codes, where they
 * are installed; and the exact factors against themselves.
 */
#include "support/suite.h"

#include "value/numeric.h"
#include "value/value.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#ifdef FACT_HAVE_UDUNITS
#include <udunits2.h>
#endif

#define ISO_4217 "/usr/share/iso-codes/json/iso_4217.json"

static const FactCatalog *catalog;

/* Codes that UDUNITS writes in another way; NULL for what it does not know. */
static const struct {
    const char *code;
    const char *udunits;
} spellings[] = {
    {"um", "micrometer"},
    {"[in_i]", "international_inch"},
    {"[ft_i]", "international_foot"},
    {"[yd_i]", "international_yard"},
    {"[mi_i]", "international_mile"},
    {"[nmi_i]", "nautical_mile"},
    {"[fth_i]", "2 international_yard"},
    {"[fur_us]", "660 US_survey_foot"},
    {"[ly]", "9460730472580800 m"},
    {"AU", "149597870700 m"},
    {"km2", "km^2"},
    {"m2", "m^2"},
    {"cm2", "cm^2"},
    {"har", "hectare"},
    {"[ft_i]2", "international_foot^2"},
    {"[in_i]2", "international_inch^2"},
    {"[yd_i]2", "international_yard^2"},
    {"[mi_i]2", "international_mile^2"},
    {"[acr_us]", "43560 US_survey_foot^2"},
    {"m3", "m^3"},
    {"km3", "km^3"},
    {"cm3", "cm^3"},
    {"L", "liter"},
    {"mL", "milliliter"},
    {"cL", "centiliter"},
    {"dL", "deciliter"},
    {"hL", "hectoliter"},
    {"ML", "megaliter"},
    {"GL", "gigaliter"},
    {"[gal_us]", "231 international_inch^3"},
    {"[gal_br]", "4.54609 liter"},
    {"[qt_us]", "57.75 international_inch^3"},
    {"[pt_us]", "28.875 international_inch^3"},
    {"[cup_us]", "14.4375 international_inch^3"},
    {"[foz_us]", "1.8046875 international_inch^3"},
    {"[tbs_us]", "0.90234375 international_inch^3"},
    {"[tsp_us]", "0.30078125 international_inch^3"},
    {"[bbl_us]", "9702 international_inch^3"},
    {"[cft_i]", "international_foot^3"},
    {"[cin_i]", "international_inch^3"},
    {"[cyd_i]", "international_yard^3"},
    {"[acr_us].[ft_us]", "43560 US_survey_foot^3"},
    {"ug", "microgram"},
    {"kt", "kilotonne"},
    {"Mt", "megatonne"},
    {"Gt", "gigatonne"},
    {"t", "tonne"},
    {"[lb_av]", "avoirdupois_pound"},
    {"[oz_av]", "0.0625 avoirdupois_pound"},
    {"[oz_tr]", "480 grain"},
    {"[stone_av]", "14 avoirdupois_pound"},
    {"[ston_av]", "2000 avoirdupois_pound"},
    {"[lton_av]", "2240 avoirdupois_pound"},
    {"[car_m]", "200 mg"},
    {"us", "microsecond"},
    {"wk", "week"},
    {"2.wk", "2 week"},
    {"mo", "30.4375 day"},
    {"a", "365.25 day"},
    {"10.a", "3652.5 day"},
    {"100.a", "36525 day"},
    {"1000.a", "365250 day"},
    {"[mi_i]/h", "international_mile/h"},
    {"[mi_i]/s", "international_mile/s"},
    {"[ft_i]/s", "international_foot/s"},
    {"[kn_i]", "nautical_mile/h"},
    {"[c]", "299792458 m/s"},
    {"m/s2", "m/s^2"},
    {"[HP]", "550 international_foot avoirdupois_pound standard_free_fall / s"},
    {"75.kgf.m/s", "75 kg standard_free_fall m/s"},
    {"W.h", "W h"},
    {"kW.h", "kW h"},
    {"MW.h", "MW h"},
    {"GW.h", "GW h"},
    {"TW.h", "TW h"},
    {"cal", "4.184 J"},
    {"kcal", "4184 J"},
    {"[Btu]", "1055.05585262 J"},
    {"10*6.[Btu]", "1055055852.62 J"},
    {"[lbf_av]", "avoirdupois_pound standard_free_fall"},
    {"N.m", "N m"},
    {"[lbf_av].[ft_i]", "avoirdupois_pound standard_free_fall international_foot"},
    {"[psi]", "avoirdupois_pound standard_free_fall / international_inch^2"},
    {"mm[Hg]", "133.322387415 Pa"},
    {"/min", "1/min"},
    {"A.h", "A h"},
    {"mA.h", "mA h"},
    {"Ohm", "ohm"},
    {"uF", "microfarad"},
    {"A/cm2", "A/cm^2"},
    {"Cel", "celsius"},
    {"[degF]", "fahrenheit"},
    {"[mi_i]/[gal_us]", "international_mile / (231 international_inch^3)"},
    {"km/L", "km/liter"},
    {"L/(100.km)", "liter/(100 km)"},
    {"ug/m3", "microgram/m^3"},
    {"mg/m3", "mg/m^3"},
    {"mg/dL", "mg/deciliter"},
    {"g/L", "g/liter"},
    {"%", "percent"},
    {"[ppm]", "1e-6"},
    {"[ppb]", "1e-9"},
    {"uSv", "microsievert"},
    {"cd/m2", "cd/m^2"},
};

/* What UDUNITS has no like of. */
static const char *const unknown[] = {"pp", "bp", "dB", "deg"};

#ifdef FACT_HAVE_UDUNITS

static const char *
spelling_of(const char *code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++)
        if (strcmp(spellings[i].code, code) == 0)
            return spellings[i].udunits;
    return code;
}

static gboolean
is_skipped(const FactUnit *unit)
{
    if (strcmp(unit->dimension, "information") == 0 || strcmp(unit->dimension, "data rate") == 0)
        return TRUE;
    for (size_t i = 0; i < G_N_ELEMENTS(unknown); i++)
        if (strcmp(unknown[i], unit->code) == 0)
            return TRUE;
    return FALSE;
}

static double
to_base(const FactUnit *unit, double amount)
{
    return amount * (double)unit->numerator / (double)unit->denominator +
           fact_decimal_to_double(unit->offset);
}

static void
assert_same_conversion(ut_system *system, const FactUnit *a, const FactUnit *b)
{
    ut_unit *unit_a = ut_parse(system, spelling_of(a->code), UT_UTF8);
    ut_unit *unit_b = ut_parse(system, spelling_of(b->code), UT_UTF8);

    if (unit_a == NULL || unit_b == NULL)
        fail_msg("UDUNITS cannot read \"%s\"", unit_a == NULL ? a->code : b->code);
    cv_converter *converter = ut_get_converter(unit_a, unit_b);
    if (converter == NULL)
        fail_msg("UDUNITS finds no way from \"%s\" to \"%s\"", a->code, b->code);
    /* the same thing in our base unit, from either side */
    double here = to_base(a, 12.5);
    double there = to_base(b, cv_convert_double(converter, 12.5));
    if (fabs(here - there) > 1e-9 * fabs(here))
        fail_msg("12.5 %s: %.15g here, %.15g by way of UDUNITS' %s", a->code, here, there, b->code);
    cv_free(converter);
    ut_free(unit_a);
    ut_free(unit_b);
}

static void
test_udunits(void **state)
{
    (void)state;
    ut_set_error_message_handler(ut_ignore);
    ut_system *system = ut_read_xml(NULL);
    if (system == NULL) {
        print_message("SKIPPED: the UDUNITS database is not installed\n");
        skip();
    }
    for (guint i = 0; i < catalog->units->len; i++) {
        const FactUnit *a = &g_array_index(catalog->units, FactUnit, i);
        for (guint j = 0; j < catalog->units->len && !is_skipped(a); j++) {
            const FactUnit *b = &g_array_index(catalog->units, FactUnit, j);
            if (!is_skipped(b) && strcmp(a->dimension, b->dimension) == 0) {
                assert_same_conversion(system, a, b);
                break;
            }
        }
    }
    ut_free_system(system);
}

#else

static void
test_udunits(void **state)
{
    (void)state;
    (void)spellings;
    (void)unknown;
    print_message("SKIPPED: built without libudunits2\n");
    skip();
}

#endif

/* Currencies that left ISO 4217 and are still in archives, and one that never was in it. */
static gboolean
is_beside_iso(const char *code)
{
    static const char *const codes[] = {"DEM", "FRF", "ITL", "ESP", "NLG", "FIM", "ATS",
                                        "BEF", "IEP", "GRD", "PTE", "LUF", "SIT", "SKK",
                                        "EEK", "LVL", "LTL", "MTL", "CYP", "XBT"};

    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        if (strcmp(codes[i], code) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_in_list(const json_t *list, const char *code)
{
    size_t i;
    const json_t *entry;

    json_array_foreach(list, i, entry)
    {
        const char *alpha = json_string_value(json_object_get(entry, "alpha_3"));
        if (alpha != NULL && strcmp(alpha, code) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Funds, metals and test codes are no currency of a newspaper. */
static gboolean
is_no_currency(const char *code)
{
    static const char *const codes[] = {"BOV", "CHE", "CHW", "CLF", "COU", "MXV",
                                        "USN", "UYI", "UYW", "ZWN", "ZWR"};

    if (code[0] == 'X' && strcmp(code, "XAF") != 0 && strcmp(code, "XCD") != 0 &&
        strcmp(code, "XOF") != 0 && strcmp(code, "XPF") != 0)
        return TRUE;
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        if (strcmp(codes[i], code) == 0)
            return TRUE;
    return FALSE;
}

static void
test_iso_4217(void **state)
{
    json_t *root = json_load_file(ISO_4217, 0, NULL);
    const json_t *list = json_object_get(root, "4217");
    size_t i;
    const json_t *entry;

    (void)state;
    if (root == NULL) {
        print_message("SKIPPED: " ISO_4217 " is not installed\n");
        skip();
    }
    for (guint k = 0; k < catalog->currencies->len; k++) {
        const char *code = g_array_index(catalog->currencies, FactCurrency, k).code;
        if (!is_beside_iso(code) && !is_in_list(list, code))
            fail_msg("%s is not in ISO 4217", code);
    }
    json_array_foreach(list, i, entry)
    {
        const char *code = json_string_value(json_object_get(entry, "alpha_3"));
        if (!is_no_currency(code) && fact_catalog_find_currency(catalog, code) == NULL)
            fail_msg("%s of ISO 4217 is missing", code);
    }
    json_decref(root);
}

/* There and back again, for every pair of units of a dimension. */
static void
test_conversion_returns(void **state)
{
    (void)state;
    for (guint i = 0; i < catalog->units->len; i++) {
        const FactUnit *a = &g_array_index(catalog->units, FactUnit, i);
        for (guint j = 0; j < catalog->units->len; j++) {
            const FactUnit *b = &g_array_index(catalog->units, FactUnit, j);
            if (strcmp(a->dimension, b->dimension) != 0)
                continue;
            FactValue x = fact_numeric_new(FACT_VALUE_QUANTITY, fact_decimal_new(7, 0), a->code);
            FactValue y = fact_numeric_new(FACT_VALUE_QUANTITY, fact_decimal_new(7, 0), b->code);
            FactRelation there = fact_value_compare(catalog, &x, &y, NULL);
            assert_int_not_equal(there, FACT_RELATION_INCOMPARABLE);
            assert_int_equal(fact_value_compare(catalog, &y, &x, NULL), there);
        }
    }
}

/* Every name of every unit is read back as that unit. */
static void
test_codes_are_unique(void **state)
{
    (void)state;
    for (guint i = 0; i < catalog->units->len; i++) {
        const FactUnit *unit = &g_array_index(catalog->units, FactUnit, i);
        assert_ptr_equal(fact_catalog_find_unit(catalog, unit->code), unit);
        assert_true(unit->numerator > 0 && unit->denominator > 0);
    }
    for (guint i = 0; i < catalog->currencies->len; i++) {
        const FactCurrency *currency = &g_array_index(catalog->currencies, FactCurrency, i);
        assert_ptr_equal(fact_catalog_find_currency(catalog, currency->code), currency);
        assert_int_equal(strlen(currency->code), 3);
    }
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(FactCatalog) owned = fact_catalog_new(NULL, log, &error);
    TestSuite *suite = test_suite_new("unit");

    g_assert_no_error(error);
    catalog = owned;
    test_suite_add(suite, test_udunits);
    test_suite_add(suite, test_iso_4217);
    test_suite_add(suite, test_conversion_returns);
    test_suite_add(suite, test_codes_are_unique);
    return test_suite_run(suite, argc, argv);
}
