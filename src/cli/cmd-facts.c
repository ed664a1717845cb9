/* SPDX-License-Identifier: MIT
 *
 * `facts check` and `facts list`: a newsroom's own facts, tried before they are used.
 */
#include "cli/output.h"
#include "cli/run.h"
#include "cli/subcommand.h"
#include "extract/example.h"

#include <stdio.h>
#include <string.h>

static const char HELP[] =
    "Usage: factdiff facts check [DIR…]\n"
    "       factdiff facts list [attributes|entities|units|currencies|wording|reference]\n\n"
    "  check  validate the catalog with the folders of facts layered over it, and try the\n"
    "         example sentences of its attributes\n"
    "  list   print what the catalog knows\n\n"
    "Each takes --help.\n";

/* The folders that are named as arguments are layered like those of --facts. */
static void
add_folders(FactSettings *settings)
{
    g_autoptr(GStrvBuilder) folders = g_strv_builder_new();

    if (settings->facts != NULL)
        g_strv_builder_addv(folders, (const char **)settings->facts);
    g_strv_builder_addv(folders, (const char **)settings->paths);
    g_strfreev(settings->facts);
    settings->facts = g_strv_builder_end(folders);
}

/* -- check ------------------------------------------------------------------------------------ */

static guint
try_examples(FactRun *run, const FactAttribute *attribute, FactExtractor *extractor)
{
    guint n = attribute->examples != NULL ? attribute->examples->len : 0;

    for (guint i = 0; i < n; i++) {
        const FactExample *example = &g_array_index(attribute->examples, FactExample, i);
        g_autofree char *why = NULL;
        if (fact_example_check(extractor, attribute, example, &why))
            continue;
        g_autofree char *place = fact_catalog_example_place(run->catalog, attribute, i);
        fact_log_error(run->log, "%s: example of \"%s\": %s", place, attribute->id, why);
    }
    return n;
}

static FactExit
check_facts(char **argv)
{
    const FactUsage usage = {
        .usage = "[DIR…]",
        .summary = "Validates the catalog with the folders of facts layered over it, and tries the "
                   "example\n"
                   "sentences of its attributes. Mistakes are told as path:line:column and exit 2.",
        .groups = FACT_SETTINGS_FACTS,
    };
    g_auto(FactRun) run = {0};
    FactExit exit = FACT_EXIT_CLEAN;
    guint n_examples = 0;
    guint n_cues = 0;

    if (!fact_run_parse(&run, &usage, argv, &exit))
        return exit;
    add_folders(&run.settings);
    if (!fact_run_load(&run, &exit))
        return exit;
    g_autoptr(FactExtractor) extractor = fact_extractor_new(run.catalog);
    for (guint i = 0; i < run.catalog->attributes->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(run.catalog->attributes, i);
        n_cues += attribute->cues->len;
        n_examples += try_examples(&run, attribute, extractor);
    }
    g_autofree char *line = g_strdup_printf(
        "%u attributes with %u cues and %u examples, %u names, %u units, %u currencies, %u "
        "accepted facts\n",
        run.catalog->attributes->len, n_cues, n_examples, run.catalog->entities->len,
        run.catalog->units->len, run.catalog->currencies->len, run.catalog->reference->len);
    if (!run.settings.quiet && !fact_output_stdout(line, strlen(line)))
        exit = FACT_EXIT_TROUBLE;
    return fact_run_end(&run, exit);
}

/* -- list ------------------------------------------------------------------------------------- */

static const char *
cardinality_name(FactCardinality cardinality)
{
    switch (cardinality) {
    case FACT_CARDINALITY_ONE:
        return "one";
    case FACT_CARDINALITY_MANY:
        return "many";
    case FACT_CARDINALITY_SET:
        return "set";
    }
    return "";
}

static const char *
moves_name(FactMoves moves)
{
    switch (moves) {
    case FACT_MOVES_NO:
        return "no";
    case FACT_MOVES_UP:
        return "up";
    case FACT_MOVES_DOWN:
        return "down";
    case FACT_MOVES_ANY:
        return "any";
    case FACT_MOVES_AGE:
        return "age";
    }
    return "";
}

static char *
list_types(const FactAttribute *attribute)
{
    GString *types = g_string_new(NULL);

    for (guint i = 0; i <= FACT_VALUE_LAST; i++) {
        if ((attribute->value_types & (1u << i)) != 0)
            g_string_append_printf(types, "%s%s", types->len > 0 ? "," : "",
                                   fact_value_type_to_string((FactValueType)i));
    }
    return g_string_free(types, FALSE);
}

/* A listing is tab-separated with a line of headings, for people and for cut(1) alike. */
static void
list_attributes(const FactCatalog *catalog, GString *out)
{
    g_string_append(out, "id\tlabel\ttypes\tvalues\tmoves\tconflict\tcues\n");
    for (guint i = 0; i < catalog->attributes->len; i++) {
        const FactAttribute *attribute = g_ptr_array_index(catalog->attributes, i);
        g_autofree char *types = list_types(attribute);
        g_string_append_printf(
            out, "%s\t%s\t%s\t%s\t%s\t%s\t%u\n", attribute->id, attribute->label, types,
            cardinality_name(attribute->cardinality), moves_name(attribute->moves),
            fact_severity_to_string(attribute->severities[FACT_VERDICT_CONFLICT]),
            attribute->cues->len);
    }
}

static void
list_entities(const FactCatalog *catalog, GString *out)
{
    g_string_append(out, "id\tlabel\tkind\towner\n");
    for (guint i = 0; i < catalog->entities->len; i++) {
        const FactEntity *entity = g_ptr_array_index(catalog->entities, i);
        g_string_append_printf(out, "%s\t%s\t%s\t%s\n", entity->id, entity->label,
                               fact_kind_to_string(entity->kind),
                               entity->owner != NULL ? entity->owner : "");
    }
}

static void
list_units(const FactCatalog *catalog, GString *out)
{
    g_string_append(out, "code\tlabel\tdimension\tfactor\n");
    for (guint i = 0; i < catalog->units->len; i++) {
        const FactUnit *unit = &g_array_index(catalog->units, FactUnit, i);
        g_string_append_printf(out, "%s\t%s\t%s\t%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "\n",
                               unit->code, unit->label, unit->dimension, unit->numerator,
                               unit->denominator);
    }
}

static void
list_currencies(const FactCatalog *catalog, GString *out)
{
    g_string_append(out, "code\tlabel\tsymbol\n");
    for (guint i = 0; i < catalog->currencies->len; i++) {
        const FactCurrency *currency = &g_array_index(catalog->currencies, FactCurrency, i);
        g_string_append_printf(out, "%s\t%s\t%s\n", currency->code, currency->label,
                               currency->symbol != NULL ? currency->symbol : "");
    }
}

static void
list_wording(const FactCatalog *catalog, GString *out)
{
    g_string_append(out, "list\tphrases\n");
    for (guint i = 0; i < catalog->wordings->len; i++) {
        const FactWording *wording = g_ptr_array_index(catalog->wordings, i);
        g_string_append_printf(out, "%s\t%u\n", wording->name, wording->values->len);
    }
}

static void
list_reference(const FactCatalog *catalog, GString *out)
{
    g_string_append(out, "place\n");
    for (guint i = 0; i < catalog->reference->len; i++) {
        g_autofree char *place = fact_catalog_reference_place(catalog, i);
        g_string_append_printf(out, "%s\n", place);
    }
}

static const struct {
    const char *name;
    void (*list)(const FactCatalog *catalog, GString *out);
} LISTS[] = {
    {"attributes", list_attributes}, {"entities", list_entities}, {"units", list_units},
    {"currencies", list_currencies}, {"wording", list_wording},   {"reference", list_reference},
};

static gboolean
append_list(const FactCatalog *catalog, const char *name, GString *out)
{
    for (guint i = 0; i < G_N_ELEMENTS(LISTS); i++) {
        if (strcmp(LISTS[i].name, name) == 0) {
            LISTS[i].list(catalog, out);
            return TRUE;
        }
    }
    return FALSE;
}

static FactExit
list_facts(char **argv)
{
    const FactUsage usage = {
        .usage = "[attributes|entities|units|currencies|wording|reference]",
        .summary =
            "Prints what the catalog knows, tab-separated: its attributes, or what is named.",
        .groups = FACT_SETTINGS_FACTS,
    };
    g_auto(FactRun) run = {0};
    FactExit exit = FACT_EXIT_CLEAN;
    g_autoptr(GString) out = g_string_new(NULL);

    if (!fact_run_start(&run, &usage, argv, &exit))
        return exit;
    const char *name = run.settings.paths[0] != NULL ? run.settings.paths[0] : "attributes";
    if (!append_list(run.catalog, name, out)) {
        fact_settings_refuse(argv[0], "there is no list \"%s\"", name);
        return FACT_EXIT_TROUBLE;
    }
    if (!run.settings.quiet && !fact_output_stdout(out->str, out->len))
        exit = FACT_EXIT_TROUBLE;
    return fact_run_end(&run, exit);
}

FactExit
fact_cmd_facts(char **argv)
{
    static const FactSubcommand subcommands[] = {
        {"check", check_facts},
        {"list", list_facts},
        {NULL, NULL},
    };

    return fact_subcommand_run(subcommands, HELP, argv);
}
