/* SPDX-License-Identifier: MIT
 *
 * Claims of short texts: what must come out, and what must not.
 */
#include "extract/extract.h"
#include "support/suite.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *text;
    const char *wanted; /* "attribute of subject = quote", rows parted by "; "; "" for none */
    const char *only;   /* attribute whose claims are listed */
} ExtractRow;

static const ExtractRow rows[] = {
    {"age-apposition", "Ann Harper, 27, was arrested.", "age of Ann Harper = 27", "age"},
    {"age-before-name", "Police arrested 27-year-old Ann Harper.", "age of Ann Harper = 27-year-old", "age"},
    {"age-list", "The victims are 62-year-old Roland Marsh, 43-year-old Mary Pell and Ann Reed, 29.",
     "age of Roland Marsh = 62-year-old; age of Mary Pell = 43-year-old; age of Ann Reed = 29", "age"},
    {"age-of-another", "The boy's father, 26-year-old Andrew Cole, told police.", "age of Andrew Cole = 26-year-old", "age"},
    {"age-of-a-stranger", "Jakob Stahl was arrested. A 13-year-old boy convinced Stahl to steal the guns.", "", "age"},
    {"age-of-a-school", "A 15-year-old Westfield High School student was hurt.", "", "age"},
    {"age-of-a-place", "On the South Side, a 19-year-old man was shot.", "", "age"},
    {"age-not-denied", "Tom Reed was ordered held without bail in the death of 19-year-old Paul Vine.",
     "age of Paul Vine = 19-year-old", "age"},
    {"age-nickname", "Cortez \"Ace\" Simms, 17, was named.", "age of Cortez \"Ace\" Simms = 17", "age"},
    {"name-ordinary-word", "Apple pie cost $5 million to make.", "budget of the story = $5 million", "budget"},
    {"name-at-the-head", "Apple reported revenue of $5 billion.", "revenue of Apple = $5 billion", "revenue"},
    {"deaths-passive", "Three people were killed in the fire.", "deaths of the story = Three people", "deaths"},
    {"deaths-active", "The blast killed 15 people.", "deaths of the story = 15 people", "deaths"},
    {"deaths-background", "Three people died on Monday. In a 2009 fire, 13 died.",
     "deaths of the story = Three people", "deaths"},
    {"deaths-charge", "He was charged with three counts of murder.", "", "deaths"},
    {"deaths-list", "Two men and a woman were killed in the crash.", "deaths of the story = Two men and a woman ge", "deaths"},
    {"deaths-list-says-who", "Two victims, a 25-year-old Ardley man and a 26-year-old woman, died at the scene.",
     "deaths of the story = Two victims, a 25-year-old Ardley man and a 26-year-old woman ge", "deaths"},
    {"deaths-list-goes-on", "Two men, a woman and a child were killed in the crash.",
     "deaths of the story = Two men, a woman and a child ge", "deaths"},
    {"deaths-list-of-ages", "Officials say 34-year-old Ann Marsh, 19-year-old Tom Reed and 12-year-old Paul Vine were killed.",
     "deaths of the story = 34-year-old Ann Marsh, 19-year-old Tom Reed and 12-year-old Paul Vine ge", "deaths"},
    {"deaths-list-of-kin", "He shot and killed his mother, stepfather, and grandmother.",
     "deaths of the story = his mother, stepfather, and grandmother ge", "deaths"},
    {"deaths-of-the-attacker", "Officers killed the gunman.", "", "deaths"},
    {"deaths-and-the-gunman", "He killed two clerks before taking his own life.",
     "deaths of the story = two clerks; deaths of the story = two clerks before taking his own life ge", "deaths"},
    {"deaths-told-and-the-gunman", "Reed murdered his wife at home. Police said he killed himself.",
     "deaths of the story = murdered his wife ge; deaths of the story = murdered his wife at home ge", "deaths"},
    {"deaths-by-accident", "A boy died after accidentally shooting himself. The boy killed himself by accident, police said.",
     "deaths of the story = A boy died ge", "deaths"},
    {"deaths-by-surname", "Ann Kessel and Tom Harper ran. Kessel was killed at once. Harper was killed later.",
     "deaths of the story = Kessel was killed ge", "deaths"},
    {"deaths-found", "Officers found a woman dead in her kitchen.", "deaths of the story = found a woman dead ge", "deaths"},
    {"injuries-by-himself", "A boy accidentally shot himself in the foot.",
     "injuries of the story = A boy accidentally shot himself ge", "injuries"},
    {"injuries-by-condition", "The driver was in stable condition.",
     "injuries of the story = The driver was in stable condition ge", "injuries"},
    {"injuries-of-people-together", "The passengers shot were in critical condition.", "", "injuries"},
    {"injuries-where-one-died", "A boy was shot. He was dead on arrival.", "", "injuries"},
    {"injuries-of-one-among-several", "A man was wounded in the leg. The victims were treated on the spot.", "", "injuries"},
    {"people-shot-double", "Detectives look into a double shooting in Ardley.", "people_shot of the story = double shooting ge",
     "people_shot"},
    {"injuries-of-the-dead", "A 20-year-old man suffered a gunshot wound. He was pronounced dead.", "", "injuries"},
    {"injuries-besides-the-dead", "A 20-year-old man was pronounced dead. A woman suffered a gunshot wound.",
     "injuries of the story = A woman suffered a gunshot wound ge", "injuries"},
    {"injuries-fatal", "Officers found a man suffering from a fatal gunshot wound.", "", "injuries"},
    {"injuries-others", "The fire left one dead and three others injured.", "injuries of the story = three", "injuries"},
    {"injuries-others-besides-one", "The fire put a boy in hospital. Three others were injured.", "", "injuries"},
    {"injuries-in-hospital", "Police said that seven people were taken to a hospital.", "injuries of the story = seven people",
     "injuries"},
    {"injuries-part-in-hospital", "Nine people were injured. Seven people were taken to a hospital.",
     "injuries of the story = Nine people", "injuries"},
    {"deaths-one", "The fire left one dead.", "deaths of the story = one dead ge", "deaths"},
    {"injuries-besides-two-dead-men", "Two men died and a 3-year-old boy was wounded.",
     "injuries of the story = a 3-year-old boy was wounded ge", "injuries"},
    {"people-shot-at-a-place", "Five people were shot at the depot.", "people_shot of the story = Five people", "people_shot"},
    {"people-shot-at", "Two officers were shot at, police said. The man shot at four people.", "", "people_shot"},
    {"deaths-others-besides-one-hurt", "He wounded a clerk and killed two others.", "deaths of the story = two", "deaths"},
    {"deaths-on-a-floor", "Two people were killed on a third floor.", "deaths of the story = Two people", "deaths"},
    {"deaths-a-third", "Two people died at the depot and a third person at a hospital.", "", "deaths"},
    {"injuries-an-age", "Ann Marsh, 40, and Tom Reed, 32 were injured.", "", "injuries"},
    {"injuries-and-one-more", "The blast injured four and put a porter in critical condition.", "", "injuries"},
    {"injuries-and-one-dead", "The blast injured four and left a porter dead.", "injuries of the story = four", "injuries"},
    {"deaths-of-many-events", "Six people were killed in four shootings over the weekend.", "", "deaths"},
    {"injuries-rest", "The crash killed two people and injured 30 others.", "injuries of the story = 30", "injuries"},
    {"fall-not-of-the-reporter", "Inspector Dan Gale said the man fell 200 metres.", "",
     "fall_length"},
    {"fall-of-the-named", "Dan Gale fell 200 metres to his death.",
     "fall_length of Dan Gale = 200 metres", "fall_length"},
    {"weight-not-of-the-reporter", "Inspector Dan Gale said bags weighed 40 kilograms.", "", "weight"},
    {"shots-not-of-the-police", "An officer fired two shots at the van.", "", "shots_fired"},
    {"people-shot-not-only-the-dead", "He is held over the fatal shooting of two clerks.", "",
     "people_shot"},
    {"profit-expected", "Analysts had expected Harlan Foods to make a profit of $9 million.", "",
     "profit"},
    {"chief-of-old", "Former Harlan Foods chief executive Lena Holt was charged.", "",
     "chief_executive"},
    {"population-of-a-place-unknown", "Ardley, a city of 160,000 people, was flooded.",
     "population of Ardley = 160,000 people", "population"},
    {"compared-possessive", "The Vega R2, which rivals Orion's A5 in tests, is free.", "compared_with of Vega R2 = A5",
     "compared_with"},
    {"compared-demonstrative",
     "Vega recently released its model, Vega R2. This new model doesn't just rival Orion's A5 model but beats it.",
     "compared_with of Vega R2 = A5", "compared_with"},
    {"cost-possessive", "Estimates suggest Vega's R2 training cost was a mere $5 million.",
     "training_cost of Vega R2 = $5 million", "training_cost"},
    {"cost-of-its-model", "Vega introduced Vega R2 in May. Vega reportedly developed its model with a $6 million investment.",
     "training_cost of Vega R2 = $6 million", "training_cost"},
    {"an office before a name", "They met with Tolmin Police Chief Ann Hale, 52, on Monday.",
     "age of Ann Hale = 52", "age"},
    {"who holds an office of a place", "They agreed with Texas Governor Ann Hale on Monday.",
     "governor of Texas = Ann Hale", "governor"},
    {"an office behind a company", "They met Ann Hale, the Apple Chief Executive Officer, there.",
     "chief_executive of Apple = Ann Hale", "chief_executive"},
    {"a saint is no office", "They met with Mary St. John, 33, on Monday.",
     "age of Mary St. John = 33", "age"},
    {"a surname is no office", "They met with Ruth Major, 40, and Adeline King, 70, there.",
     "age of Ruth Major = 40; age of Adeline King = 70", "age"},
    {"a cue's verb bounds", "The channel Brightside has exceeded 105 million subscribers.",
     "subscribers of Brightside = 105 million subscribers gt", "subscribers"},
    {"a cue's preposition does not", "The film was rated 7 averaged over 14 reviews on Norvo.",
     "review_count of the film = 14 reviews", "review_count"},
    {"seat-of-the-unit", "Orvane, a unit of Kestrel Group based in Oslo, makes phones.",
     "headquarters of Orvane = Oslo", "headquarters"},
    {"seat-after-the-parent", "Orvane, a unit of Kestrel Group, is based in Oslo.",
     "headquarters of Orvane = Oslo", "headquarters"},
    {"seat-of-the-parent", "Orvane, a unit of Kestrel Group, which is based in Oslo, makes phones.",
     "headquarters of Kestrel Group = Oslo", "headquarters"},
    {"seat-of-whoever-is-behind", "Orvane's Velta V2 model is cheap. Kestrel Group is bigger, but the company behind the "
     "Velta V2 is based in Oslo.", "headquarters of Orvane = Oslo", "headquarters"},
    {"valuations-of-others", "Orvane spent $6 million, far from the $9 billion valuations of companies like Tellmar.", "",
     "valuation"},
    {"funding-of-a-subject-of-its-own", "Orvane makes phones. Orvane is small. The initiative plans an investment of $5 billion.",
     "", "funding"},
    {"open-how-long", "Orvane released it after 12 months.", "open:release of Orvane = 12 months", "open:release"},
    {"open-when", "Orvane released it in the past 12 months. Orvane released it later this 12 months.", "", "open:release"},
    {"chief-of-unusual-name", "Orvane CEO Xanto Murrel resigned.", "chief_executive of Orvane = Xanto Murrel", "chief_executive"},
};

static FactCatalog *catalog;
static FactExtractor *extractor;

static void
list_claims(const ExtractRow *row, GString *out)
{
    g_autoptr(FactDocument) document = fact_document_new("row");
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autoptr(GArray) claims = g_array_new(FALSE, FALSE, sizeof(FactClaim));
    document->text_len = document->raw_len = strlen(row->text);
    document->text = g_malloc0(document->text_len + FACT_TEXT_PADDING);
    document->raw = g_malloc0(document->raw_len + FACT_TEXT_PADDING);
    document->published = g_strdup("2024-11-05");
    memcpy(document->text, row->text, document->text_len);
    memcpy(document->raw, row->text, document->raw_len);
    fact_extractor_run(extractor, document, arena, claims);
    for (guint i = 0; i < claims->len; i++) {
        const FactClaim *claim = &g_array_index(claims, FactClaim, i);
        if (strcmp(claim->attribute_id, row->only) != 0 || claim->mood != FACT_MOOD_FACT ||
            claim->polarity != FACT_POLARITY_AFFIRMED)
            continue;
        g_string_append_printf(out, "%s%s of %s = %.*s", out->len > 0 ? "; " : "", claim->attribute_id,
                               claim->subject_label, (int)(claim->span.end - claim->span.start),
                               row->text + claim->span.start);
        if (claim->value.comparator != FACT_COMPARATOR_EQ)
            g_string_append_printf(out, " %s", fact_comparator_to_string(claim->value.comparator));
    }
}

static void
test_extract(void **state)
{
    const ExtractRow *row = *state;
    g_autoptr(GString) found = g_string_new(NULL);
    list_claims(row, found);
    assert_string_equal(found->str, row->wanted);
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    catalog = fact_catalog_new(NULL, log, &error);
    g_assert_nonnull(catalog);
    extractor = fact_extractor_new(catalog);
    TestSuite *suite = test_suite_new("extract");
    test_suite_add_rows(suite, test_extract, rows);
    int status = test_suite_run(suite, argc, argv);
    fact_extractor_free(extractor);
    fact_catalog_unref(catalog);
    return status;
}
