/* SPDX-License-Identifier: MIT
 *
 * Linking over small groups written as text: subjects separated by "|", each with a letter for its
 * kind (P person, O organisation, L place, R product, W work, E event, ? unknown), each in a
 * document of its own unless "/n" after the kind says which. What is expected is a letter for each
 * subject: equal letters are one subject.
 */
#include "link/link.h"

#include "link/person-name.h"
#include "support/assert.h"
#include "support/random.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *subjects;
    const char *expected;
    const char *group; /* NULL: a topic */
    const char *title; /* of the first document */
} LinkRow;

static const LinkRow spelling_rows[] = {
    {"case", "R DeepSeek R1 | R Deepseek r1", "aa", NULL, NULL},
    {"hyphen", "R DeepSeek-R1 | R DeepSeek R1", "aa", NULL, NULL},
    {"possessive inside", "R DeepSeek's R1 | R DeepSeek R1", "aa", NULL, NULL},
    {"curly possessive inside", "R DeepSeek\xe2\x80\x99s R1 | R DeepSeek R1", "aa", NULL, NULL},
    {"small noun after it", "R DeepSeek R1 model | R DeepSeek-R1", "aa", NULL, NULL},
    {"capital noun after it", "O Ford Model | O Ford", "ab", NULL, NULL},
    {"glued", "O Deep Seek | O DeepSeek", "aa", NULL, NULL},
    {"article", "O The Guardian | O Guardian", "aa", NULL, NULL},
    {"legal form", "O Acme Inc. | O Acme", "aa", NULL, NULL},
    {"two legal forms", "O Acme Co., Ltd. | O ACME", "aa", NULL, NULL},
    {"legal form after a comma", "O Acme, Inc. | O Acme Corporation", "aa", NULL, NULL},
    {"accents", "P Jos\xc3\xa9 Mu\xc3\xb1oz | P Jose Munoz", "aa", NULL, NULL},
    {"accents decomposed", "P Jose\xcc\x81 Munoz | P Jos\xc3\xa9 Munoz", "aa", NULL, NULL},
    {"letters without a mark", "P Lars S\xc3\xb8rensen | P Lars Sorensen", "aa", NULL, NULL},
    {"ampersand", "O Marks & Spencer | O Marks and Spencer", "aa", NULL, NULL},
    {"initials with dots", "P A.J. Burnett | P AJ Burnett | P A. J. Burnett", "aaa", NULL, NULL},
    {"hyphen in a surname", "P Ana Garcia-Ramires | P Ana Garcia Ramires", "aa", NULL, NULL},
    {"apostrophe",
     "P Mary O'Brien | P Mary O\xe2\x80\x99"
     "Brien | P Mary OBrien",
     "aaa", NULL, NULL},
    {"kinds contradict", "P Jackson | L Jackson's", "ab", NULL, NULL},
    {"unknown kind", "? Spotify | O Spotify Ltd", "aa", NULL, NULL},
    {"unknown kind between two", "P Bel Gorm | L Belgorm | ? Belgorm's", "abc", NULL, NULL},
    {"other groups are apart", "O Acme Inc. | O Acme", "aa", "x", NULL},
    {"plus is part of a name", "R Disney+ | O Disney", "ab", NULL, NULL},
    {"only marks", "O --- | O ...", "ab", NULL, NULL},
    {"other scripts", "P \xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0 | P \xd0\x90\xd0\x9d\xd0\x9d\xd0\x90",
     "aa", NULL, NULL},
};

static const LinkRow number_rows[] = {
    {"versions", "R Llama 2 | R Llama 3", "ab", NULL, NULL},
    {"version and none", "R Llama | R Llama 3", "ab", NULL, NULL},
    {"decimal version", "R Llama 3.1 | R Llama 3 1 | R Llama 3", "abc", NULL, NULL},
    {"glued version", "R iPhone14 | R iPhone 14", "aa", NULL, NULL},
    {"two numbers never glue", "R Boeing 737 8 | R Boeing 7378", "ab", NULL, NULL},
    {"variant", "R GPT-4 | R GPT-4 Turbo", "ab", NULL, NULL},
    {"size", "R Llama 3 | R Llama 3 70B", "ab", NULL, NULL},
    {"maker left out", "R R1 | R DeepSeek R1", "aa", NULL, NULL},
    {"maker left out, other version", "R R1 | R DeepSeek R2", "ab", NULL, NULL},
    {"maker left out, two makers", "R X5 | R BMW X5 | R Volvo X5", "abc", NULL, NULL},
    {"maker of two words", "R Galaxy S24 | R Samsung Electronics Galaxy S24", "aa", NULL, NULL},
    {"a number alone names nothing", "R 3 | R Llama 3", "ab", NULL, NULL},
    {"product is not its maker", "O DeepSeek | R DeepSeek R1", "ab", NULL, NULL},
    {"years of an event", "E World Cup 2022 | E FIFA World Cup 2022 | E FIFA World Cup 2026", "aab",
     NULL, NULL},
    {"one plain word is too little", "R Watch | R Apple Watch", "ab", NULL, NULL},
    {"two plain words", "R Model Y | R Tesla Model Y", "aa", NULL, NULL},
    {"sequel", "W Avengers | W Avengers: Endgame", "ab", NULL, NULL},
};

static const LinkRow organisation_rows[] = {
    {"fuller form", "O High-Flyer | O High-Flyer Capital Management", "aa", NULL, NULL},
    {"fuller form, unknown kind", "? High-Flyer | O High-Flyer Capital Management", "aa", NULL,
     NULL},
    {"two fuller forms that differ", "O Summit | O Summit Partners | O Summit Motors", "abc", NULL,
     NULL},
    {"two fuller forms of one", "O Summit | O Summit Capital | O Summit Capital Management", "aaa",
     NULL, NULL},
    {"a word of weight", "O Apple | O Apple Music", "ab", NULL, NULL},
    {"place and its police", "L Memphis | O Memphis Police Department", "ab", NULL, NULL},
    {"department", "O Memphis Police | O Memphis Police Department", "aa", NULL, NULL},
    {"a general word alone", "O Bank | O Bank Group", "ab", NULL, NULL},
    {"person is no organisation", "P Morgan | O Morgan Capital", "ab", NULL, NULL},
    {"acronym", "O NVE | O Northern Valley Exchange", "aa", NULL, NULL},
    {"acronym with small words", "O DOJ | O Department of Justice", "aa", NULL, NULL},
    {"acronym leaving out small words", "O USPT | O United States Patent and Trademark", "aa", NULL,
     NULL},
    {"acronym of two", "O NVE | O Northern Valley Exchange | O New Venture Estates", "abc", NULL,
     NULL},
    {"not an acronym", "O Nve | O Northern Valley Exchange", "ab", NULL, NULL},
};

static const LinkRow person_rows[] = {
    {"middle name dropped", "P Kevin Michael McQuilliams | P Kevin McQuilliams", "aa", NULL, NULL},
    {"middle initial dropped", "P Gerod T. Ward | P Gerod Ward", "aa", NULL, NULL},
    {"middle initial and name", "P Gerod T. Ward | P Gerod Thomas Ward", "aa", NULL, NULL},
    {"other middle names", "P Robert Lee Strong | P Robert James Strong", "ab", NULL, NULL},
    {"other middle initials", "P John A. Smith | P John B. Smith", "ab", NULL, NULL},
    {"suffix and middle name", "P Robert Strong III | P Robert Lee Strong", "aa", NULL, NULL},
    {"suffixes contradict", "P Robert Strong Jr. | P Robert Strong Sr.", "ab", NULL, NULL},
    {"generations contradict", "P Robert Strong II | P Robert Strong III", "ab", NULL, NULL},
    {"father, son and which", "P Robert Strong Jr. | P Robert Strong Sr. | P Robert Strong", "abc",
     NULL, NULL},
    {"suffix after a comma", "P Robert Strong, Jr. | P Robert Strong Jr", "aa", NULL, NULL},
    {"rare middle name", "P Lance Neach Jackson | P Lance Jackson", "aa", NULL, NULL},
    {"two middle names, one left", "P Maria Elena Rosa Lopez | P Maria Rosa Lopez", "aa", NULL,
     NULL},
    {"middle names in other order", "P Maria Elena Rosa Lopez | P Maria Rosa Elena Lopez", "ab",
     NULL, NULL},
    {"nickname in quotes", "P Joe \"Duke\" Robertson | P Joe Robertson", "aa", NULL, NULL},
    {"nickname in curly quotes",
     "P Joe \xe2\x80\x9cJoe Duke\xe2\x80\x9d Robertson | P Joe Robertson", "aa", NULL, NULL},
    {"nickname in single quotes", "P Joe 'Duke' Robertson | P Joe Robertson", "aa", NULL, NULL},
    {"nickname in brackets", "P Joe (Duke) Robertson | P Joe Robertson", "aa", NULL, NULL},
    {"nickname as given name", "P Joe \"Duke\" Robertson | P Duke Robertson", "aa", NULL, NULL},
    {"nickname and middle name", "P Joe Dandrea \"Duke\" Robertson | P Joe \"Joe Duke\" Robertson",
     "aa", NULL, NULL},
    {"initial", "P J. Smith | P John Smith", "aa", NULL, NULL},
    {"initial of two", "P J. Smith | P John Smith | P Jane Smith", "abc", NULL, NULL},
    {"title", "P Dr. Ann Smith | P Ann Smith", "aa", NULL, NULL},
    {"particles glued", "P Jonathan De Guzman | P Jonathan DeGuzman | P De Guzman", "aaa", NULL,
     NULL},
    {"particle that is a given name", "P Al Gore | P Albert Gore", "aa", NULL, NULL},
    {"particle", "P Maria de la Cruz | P Maria Cruz | P Maria De La Cruz", "aaa", NULL, NULL},
    {"hyphenated surname, second part", "P Armando Garcia-Ramires | P Armando Ramires", "aa", NULL,
     NULL},
    {"hyphenated surname, first part", "P Armando Garcia-Ramires | P Armando Garcia", "aa", NULL,
     NULL},
    {"hyphenated surname, another given name", "P Armando Garcia-Ramires | P Arturo Garcia", "ab",
     NULL, NULL},
    {"middle name of hyphenated", "P Armando Rodrigo Garcia-Ramires | P Armando Garcia-Ramires",
     "aa", NULL, NULL},
    {"middle name is no surname", "P Robert Lee Strong | P Robert Lee", "ab", NULL, NULL},
    {"called by the middle name", "P Robert Lee Strong | P Lee Strong", "aa", NULL, NULL},
    {"two of one surname", "P Cleveland Smelley | P Antoine Smelley", "ab", NULL, NULL},
    {"two of one surname, with middle names",
     "P Cleveland Smelley | P Antoine Smelley | P Cleveland Tyvon Smelley | P Antoine Lamar "
     "Smelley",
     "abab", NULL, NULL},
    {"two of one given name", "P Kevin Smith | P Kevin Jones", "ab", NULL, NULL},
    {"unknown kind, one person", "? Kalone Mcgee | P Kalone Ray Mcgee", "aa", NULL, NULL},
    {"unknown kinds", "? Kansas City Chiefs | ? Kansas Chiefs", "ab", NULL, NULL},
    {"person and organisation", "P Kevin Smith | O Kevin Ray Smith", "ab", NULL, NULL},
    {"capitals", "P KEVIN MCQUILLIAMS | P Kevin Michael McQuilliams", "aa", NULL, NULL},
    {"whole corpus", "P Kevin Michael McQuilliams | P Kevin McQuilliams", "aa", "", NULL},
};

static const LinkRow ambiguous_rows[] = {
    {"short between two", "P Robert Strong | P Robert Lee Strong | P Robert James Strong", "abc",
     NULL, NULL},
    {"no chain through an initial", "P R. Strong | P Robert Strong | P Rachel Strong", "abc", NULL,
     NULL},
    {"bare surname", "P Altman | P Sam Altman", "aa", NULL, NULL},
    {"bare surname of two", "P Smelley | P Cleveland Smelley | P Antoine Smelley", "abc", NULL,
     NULL},
    {"bare surname and both forms", "P Strong | P Robert Strong III | P Robert Lee Strong", "aaa",
     NULL, NULL},
    {"bare surname that is a word, unknown kind", "? Strong | P Robert Strong", "ab", NULL, NULL},
    {"bare surname, unknown kind", "? Zuckerberg | P Mark Zuckerberg", "aa", NULL, NULL},
    {"bare surname of a place", "L Washington | P Denzel Washington", "ab", NULL, NULL},
    {"bare part of a hyphenated surname", "P Ramires | P Armando Garcia-Ramires", "aa", NULL, NULL},
    {"bare given name", "P Landon | P Landon Dooley | P Lori Dooley", "aab", NULL, NULL},
    {"bare given name of two", "P Justin | P Justin Simms | P Justin Battle", "abc", NULL, NULL},
    {"bare given name and bare surname", "P Landon | P Dooley | P Landon Dooley", "abb", NULL,
     NULL},
    {"bare given name, whole corpus", "P Sam | P Sam Altman-Whitfield", "ab", "", NULL},
    {"ambiguous one hurts nobody else",
     "P Smith | P John Smith | P Jane Smith | P John Adam Smith | P Jane Eve Smith", "abcbc", NULL,
     NULL},
    {"middle name told by the wrong son",
     "P Robert Strong | P Robert Lee Strong Jr. | P Robert Strong Sr.", "abc", NULL, NULL},
};

static const LinkRow age_rows[] = {
    {"a report of another age", "P John Ali Hoffman=49 | P John Hoffman=47", "aa", NULL, NULL},
    {"father and son of one name", "P John Ali Hoffman=49 | P John Hoffman=5", "ab", NULL, NULL},
    {"one age is unknown", "P John Ali Hoffman=49 | P John Hoffman", "aa", NULL, NULL},
    {"one of several ages fits",
     "P/1 John Ali Hoffman=49 | P/2 John Hoffman=5 | P/2 John Hoffman=49", "aaa", NULL, NULL},
    {"the bare surname goes by age", "P Hoffman=49 | P John Ali Hoffman=49 | P John Hoffman=5",
     "aab", NULL, NULL},
};

static const LinkRow misspelt_rows[] = {
    {"surname, letter replaced", "P Kevin McQuilliams | P Kevin McQuilliems", "aa", NULL, NULL},
    {"surname, letter left out", "P Kevin McQuilliams | P Kevin McQuiliams", "aa", NULL, NULL},
    {"surname, letters swapped", "P Jeremy Contreras | P Jeremy Contrears", "aa", NULL, NULL},
    {"surname, two letters", "P Jeremy Contreras | P Jeremy Contrarez", "ab", NULL, NULL},
    {"surname, first letter", "P John Harper | P John Carper", "ab", NULL, NULL},
    {"surname, short", "P Ann Lees | P Ann Leas", "ab", NULL, NULL},
    {"surname and other given name", "P Ann Contreras | P Amy Contreraz", "ab", NULL, NULL},
    {"surname, one document has both", "P/1 Ann Hansson | P/1 Ann Hanson", "ab", NULL, NULL},
    {"surname, with a second reading", "P Ann Hanson | P Ann Hansen | P Ann Hansan", "abc", NULL,
     NULL},
    {"surname, with its own fuller form", "P Ann Hanssen | P Ann Eve Hanssen | P Ann Hansen", "aaa",
     NULL, NULL},
    {"surname, with its bare form", "P Hanssen | P Ann Hanssen | P Ann Hansen", "aaa", NULL, NULL},
    {"given name, vowel", "P Kirshean Nelson | P Kershean Nelson", "aa", NULL, NULL},
    {"given name, letter added", "P Adline King | P Adeline King", "aa", NULL, NULL},
    {"given name, swapped", "P Antoine Lamar | P Antione Lamar", "aa", NULL, NULL},
    {"given name, last letters", "P Daniel Ortiz | P Daniela Ortiz", "ab", NULL, NULL},
    {"given name, last vowel", "P Deonta Bennett | P Deonte Bennett", "ab", NULL, NULL},
    {"given name, consonant", "P Jaylen Bennett | P Jayden Bennett", "ab", NULL, NULL},
    {"given name, one document has both", "P/1 Adline King | P/1 Adeline King", "ab", NULL, NULL},
    {"given name, sounds alike", "P Jon Whitfield | P John Whitfield", "aa", NULL, NULL},
    {"given name, sounds alike, first letter", "P Jerome Battle | P Gerome Battle", "aa", NULL,
     NULL},
    {"given name, sounds alike, last letters", "P Stacey Broad | P Staci Broad", "aa", NULL, NULL},
    {"given name, ph", "P Ralph Josephs | P Ralf Josephs", "aa", NULL, NULL},
    {"given name, swapped at the end", "P Christian Battle | P Christina Battle", "ab", NULL, NULL},
    {"given name, long, consonant left out", "P Ralphael Davis | P Raphael Davis", "aa", NULL,
     NULL},
    {"given name, short, consonant left out", "P Maria Davis | P Marcia Davis", "ab", NULL, NULL},
    {"middle name", "P John Russel Houser | P John Russell Houser", "aa", NULL, NULL},
    {"short given name and surname", "P Joshua Haber | P Josh Harber", "aa", NULL, NULL},
    {"initial and surname", "P J. Haber | P Josh Harber", "ab", NULL, NULL},
    {"second surname left out", "P Brandon Whitt | P Brandon Whitt Ladson", "aa", NULL, NULL},
    {"second surname left out, one document has both",
     "P/1 Luis Ronquillo | P/1 Luis Ronquillo Alvarado", "ab", NULL, NULL},
    {"second surname left out, with a second reading",
     "P Luis Ronquillo | P Luis Ronquillo Alvarado | P Luis Ronquillo Soto", "abc", NULL, NULL},
    {"surname, short, letter added", "P Duncan Rait | P Duncan Raite", "aa", NULL, NULL},
    {"bare surname", "? Orlovskly | P Dan Orlovsky", "aa", NULL, NULL},
    {"bare surname, short", "? Hansn | P Ann Hansen", "ab", NULL, NULL},
    {"a name of no kind", "? Rasmus | ? Ramus", "aa", NULL, NULL},
    {"a name of no kind, two words", "? Duncan Raitte | ? Duncan Raite", "aa", NULL, NULL},
    {"a name of no kind, both words", "? Dunkan Raitte | ? Duncan Raite", "ab", NULL, NULL},
    {"a name of no kind that may be a person's", "? Deonta Bennett | ? Deonte Bennett", "ab", NULL,
     NULL},
    {"a name that is a word", "? Planet | ? Planets", "ab", NULL, NULL},
    {"a name in capitals", "O ISPRA | O ISPRO", "ab", NULL, NULL},
    {"a name of no kind, whole corpus", "? Rasmus | ? Ramus", "ab", "", NULL},
    {"a name with a version", "R Zetar X1 | R Zetor X1 | R Zetar X2", "aab", NULL, NULL},
    {"a version", "R Zetar X1a | R Zetar X1b", "ab", NULL, NULL},
    {"whole corpus, a surname alone", "P Kevin McQuilliams | P McQuilliams", "aa", "", NULL},
    {"whole corpus, a given name for a surname", "P Marcell Christopher | P Christopher", "ab", "",
     NULL},
    {"whole corpus, a word for a surname", "P Marie Black | P Black", "ab", "", NULL},
    {"whole corpus, short surname", "P Ann Hansen | P Ann Hanson", "ab", "", NULL},
    {"whole corpus, long surname", "P Kevin McQuilliams | P Kevin McQuilliems", "aa", "", NULL},
};

static const LinkRow description_rows[] = {
    {"the one work", "W Paper Moons | W @the film", "aa", NULL, NULL},
    {"a name of unknown kind", "? Paper Moons | W @the film", "aa", NULL, NULL},
    {"kind contradicts", "P Ann Lee | W @the film", "ab", NULL, NULL},
    {"a sure kind before an unknown one", "? Ann Lee | W Paper Moons | W @the film", "abb", NULL,
     NULL},
    {"two works", "W Paper Moons | W Glass Suns | W @the film", "abc", NULL, NULL},
    {"the work of most", "W/1 Paper Moons | W/2 Paper Moons | W/2 Glass Suns | W/3 @the film",
     "aaba", NULL, NULL},
    {"its document names another",
     "W/1 Paper Moons | W/2 Paper Moons | W/3 Glass Suns | W/3 @the film", "aabc", NULL, NULL},
    {"too few name it", "O/1 Acme | P/2 Ann Lee | P/3 Bo Ray | P/4 Cy Fox | O/5 @the company",
     "abcde", NULL, NULL},
    {"two documents describe it, none names it", "W @the film | W @the film", "aa", NULL, NULL},
    {"two documents describe two things", "W @the film | W @the song", "ab", NULL, NULL},
    {"two documents describe, whole corpus", "W @the film | W @the film", "ab", "", NULL},
    {"one document describes twice, whole corpus", "W/1 @the film | W/1 @the film", "aa", "", NULL},
    {"the main subject of a whole corpus", "O/1 Acme | O/2 Acme | O/3 @the company", "aaa", "",
     NULL},
    {"not the main subject of a whole corpus", "O/1 Acme | P/2 Ann | P/3 Bo | O/4 @the company",
     "abcd", "", NULL},
    {"a pronoun and a description", "W @it | W @the film", "aa", NULL, NULL},
    {"a pronoun and two descriptions", "W @it | W @the film | W @the song", "abc", NULL, NULL},
    {"a pronoun and a description of another kind", "R @it | W @the film", "ab", NULL, NULL},
    {"a pronoun and a description, whole corpus", "W @it | W @the film", "ab", "", NULL},
    {"a pronoun and a name", "W @it | W Paper Moons", "aa", NULL, NULL},
    {"persons are left out", "P Ann Lee | P @the suspect", "ab", NULL, NULL},
    {"persons of two documents", "P @the suspect | P @the suspect", "ab", NULL, NULL},
    {"a title decides", "? Paper Moons | ? Ann Lee | W @the film", "aba", NULL,
     "Paper Moons opens at last"},
    {"the story", "E @story | E @story", "aa", NULL, NULL},
    {"the story of a whole corpus", "E @story | E @story", "ab", "", NULL},
    {"half a name in a whole corpus", "P John | P John", "ab", "", NULL},
    {"half a name in a topic", "P Smith | P Smith", "aa", NULL, NULL},
    {"a whole name in a whole corpus", "P Ann Smith | P Ann Smith", "aa", "", NULL},
    {"an event is the story", "E @story | E @the earthquake", "aa", NULL, NULL},
    {"the event with a name", "E Hurricane Ida | E @the hurricane | E @story", "aab", NULL, NULL},
    {"two events", "E @story | E @the crash | E @the fire", "abc", NULL, NULL},
};

/* -- a group from its text -------------------------------------------------------------------- */

typedef struct {
    FactCatalog *catalog;
    FactStringPool *pool;
    GPtrArray *documents; /* of FactDocument, owned */
    GArray *claims;       /* of FactClaim */
    const char **ids;     /* of each claim, after linking; owned */
    const char **labels;
} Group;

static FactCatalog *
get_catalog(void)
{
    static FactCatalog *catalog;

    if (catalog == NULL) {
        g_autoptr(FactLog) log = fact_log_new();
        catalog = fact_catalog_new(NULL, log, NULL);
        assert_non_null(catalog);
    }
    return catalog;
}

static uint32_t
kind_of(char letter)
{
    static const char letters[] = "POLRWE";
    const char *found = strchr(letters, letter);

    return found == NULL || letter == '\0' ? 0 : 1u << (found - letters);
}

static void
group_init(Group *group)
{
    *group = (Group){
        .catalog = get_catalog(),
        .pool = fact_string_pool_new(),
        .documents = g_ptr_array_new_with_free_func((GDestroyNotify)fact_document_free),
        .claims = g_array_new(FALSE, TRUE, sizeof(FactClaim)),
    };
}

static void
group_clear(Group *group)
{
    g_free(group->ids);
    g_free(group->labels);
    g_array_unref(group->claims);
    g_ptr_array_unref(group->documents);
    fact_string_pool_free(group->pool);
}

static void
group_add_documents(Group *group, guint n)
{
    while (group->documents->len < n) {
        FactDocument *document = fact_document_new("-");
        document->id = g_strdup_printf("doc-%u", group->documents->len);
        g_ptr_array_add(group->documents, document);
    }
}

/* As extraction makes ids: small letters, hyphens for blanks, no marks. */
static char *
id_of(const char *label)
{
    g_autofree char *folded = g_utf8_strdown(label, -1);
    GString *id = g_string_new(NULL);

    if (label[0] == '@')
        return g_string_free(g_string_assign(id, label), FALSE);
    for (const char *s = folded; *s != '\0'; s++) {
        if (strchr(".'\"`,&", *s) == NULL)
            g_string_append_c(id, *s == ' ' ? '-' : *s);
    }
    return g_string_free(id, FALSE);
}

/* An age in years for the last claim. */
static void
group_set_age(Group *group, const char *age)
{
    FactClaim *claim = &g_array_index(group->claims, FactClaim, group->claims->len - 1);
    FactDecimal years = test_decimal(age);

    claim->value = (FactValue){
        .type = FACT_VALUE_DURATION,
        .comparator = FACT_COMPARATOR_EQ,
        .flags = FACT_VALUE_IS_AGE | FACT_VALUE_HAS_LOW | FACT_VALUE_HAS_HIGH,
        .unit = "a",
        .as.number = {.low = years, .high = years},
    };
}

static void
group_add_claim(Group *group, const char *name, uint32_t kinds, const char *label, guint document)
{
    g_autofree char *id = id_of(label);
    FactClaim claim = {
        .subject_id = fact_string_pool_intern(group->pool, id),
        .subject_label = fact_string_pool_intern(group->pool, label[0] == '@' ? label + 1 : label),
        .subject_kinds = kinds,
        .attribute_id = fact_string_pool_intern(group->pool, "open:x"),
        .group = fact_string_pool_intern(group->pool, name),
        .document = document,
    };

    group_add_documents(group, document + 1);
    g_array_append_val(group->claims, claim);
}

static void
group_read(Group *group, const char *name, const char *subjects)
{
    g_auto(GStrv) parts = g_strsplit(subjects, "|", -1);

    for (guint i = 0; parts[i] != NULL; i++) {
        char *part = g_strstrip(parts[i]);
        guint document = i;
        char *label = strchr(part, ' ');
        char *age = strchr(part, '=');

        assert_non_null(label);
        if (part[1] == '/')
            document = (guint)g_ascii_strtoull(part + 2, NULL, 10);
        if (age != NULL)
            *age++ = '\0';
        group_add_claim(group, name, kind_of(part[0]), label + 1, document);
        if (age != NULL)
            group_set_age(group, age);
    }
}

static void
group_link(Group *group)
{
    guint n = group->claims->len;

    g_free(group->ids);
    g_free(group->labels);
    group->ids = g_new0(const char *, n + 1);
    group->labels = g_new0(const char *, n + 1);
    fact_link_subjects(group->catalog, (const FactClaim *)(gpointer)group->claims->data, n,
                       group->documents, group->pool, group->ids, group->labels);
}

/* A letter for each claim, the same for the same id. */
static char *
group_letters(const Group *group)
{
    GString *letters = g_string_new(NULL);
    char next = 'a';

    for (guint i = 0; i < group->claims->len; i++) {
        char letter = '\0';
        for (guint k = 0; k < i && letter == '\0'; k++) {
            if (group->ids[k] == group->ids[i])
                letter = letters->str[k];
        }
        g_string_append_c(letters, letter != '\0' ? letter : next++);
    }
    return g_string_free(letters, FALSE);
}

static void
test_link(void **state)
{
    const LinkRow *row = *state;
    Group group;

    group_init(&group);
    group_read(&group, row->group != NULL ? row->group : "topic", row->subjects);
    if (row->title != NULL)
        ((FactDocument *)g_ptr_array_index(group.documents, 0))->title = g_strdup(row->title);
    group_link(&group);
    g_autofree char *letters = group_letters(&group);
    assert_string_equal(letters, row->expected);
    group_clear(&group);
}

/* -- the identity that stands for a cluster --------------------------------------------------- */

typedef struct {
    const char *name;
    const char *subjects;
    const char *id;
    const char *label;
} IdentityRow;

static const IdentityRow identity_rows[] = {
    {"the longest", "P Kevin Michael McQuilliams | P Kevin McQuilliams",
     "kevin-michael-mcquilliams", "Kevin Michael McQuilliams"},
    {"the most frequent", "P Kevin Michael McQuilliams | P Kevin McQuilliams | P Kevin McQuilliams",
     "kevin-mcquilliams", "Kevin McQuilliams"},
    {"the first in byte order", "R Zeta-q9 | R Zeta Q9", "zeta-q9", "Zeta Q9"},
    {"many claims of one document count once",
     "P/1 Kevin McQuilliams | P/1 Kevin McQuilliams | P/1 Kevin McQuilliams | P/2 Kevin Michael "
     "McQuilliams | P/3 Kevin Michael McQuilliams",
     "kevin-michael-mcquilliams", "Kevin Michael McQuilliams"},
    {"more than a surname", "P Altman | P Altman | P Sam Altman", "sam-altman", "Sam Altman"},
    {"the main subject's for a description", "W Paper Moons | W @the film", "paper-moons",
     "Paper Moons"},
};

static void
test_identity(void **state)
{
    const IdentityRow *row = *state;
    Group group;

    group_init(&group);
    group_read(&group, "topic", row->subjects);
    group_link(&group);
    for (guint i = 0; i < group.claims->len; i++) {
        assert_string_equal(group.ids[i], row->id);
        assert_string_equal(group.labels[i], row->label);
    }
    group_clear(&group);
}

static void
test_groups_are_apart(void **state)
{
    Group group;

    (void)state;
    group_init(&group);
    group_add_claim(&group, "a", FACT_KIND_PERSON, "Kevin Smith", 0);
    group_add_claim(&group, "b", FACT_KIND_PERSON, "Kevin Ray Smith", 1);
    group_link(&group);
    assert_string_equal(group.ids[0], "kevin-smith");
    assert_string_equal(group.ids[1], "kevin-ray-smith");
    group_clear(&group);
}

static void
test_private_ids_name_their_document(void **state)
{
    Group group;

    (void)state;
    group_init(&group);
    group_add_claim(&group, "", FACT_KIND_EVENT, "@story", 0);
    group_add_claim(&group, "", FACT_KIND_PERSON, "@the suspect", 1);
    group_link(&group);
    assert_string_equal(group.ids[0], "@story#doc-0");
    assert_string_equal(group.ids[1], "@the suspect#doc-1");
    assert_string_equal(group.labels[1], "the suspect");
    group_clear(&group);
}

/* -- laws ------------------------------------------------------------------------------------- */

static const char *const given_names[] = {"Kevin", "Kevan",   "K.",  "Robert",
                                          "Rob",   "Roberta", "Ann", "Anne"};
static const char *const middle_names[] = {"",    "",       "",           " Lee",
                                           " L.", " James", " Lee James", " \"Duke\""};
static const char *const surnames[] = {"Strong", "Stronk",         "Smelley", "Smeley",
                                       "Garcia", "Garcia-Ramires", "Ramires"};
static const char *const suffixes[] = {"", "", "", "", " Jr.", " Sr.", " III"};
static const char *const things[] = {"R DeepSeek R1",
                                     "R R1",
                                     "? DeepSeek",
                                     "O Acme",
                                     "O Acme Capital",
                                     "O Acme Motors",
                                     "? Acme, Inc",
                                     "W @the film",
                                     "W Paper Moons",
                                     "E @story",
                                     "E @the fire",
                                     "O IMF",
                                     "O International Monetary Fund"};

static void
group_add_random(Group *group, TestRandom *random)
{
    guint document = test_random_below(random, 12);
    const char *name = test_random_below(random, 3) == 0 ? "" : "topic";

    if (test_random_below(random, 3) == 0) {
        const char *thing = things[test_random_below(random, G_N_ELEMENTS(things))];
        group_add_claim(group, name, kind_of(thing[0]), thing + 2, document);
        return;
    }
    g_autofree char *label =
        g_strconcat(given_names[test_random_below(random, G_N_ELEMENTS(given_names))],
                    middle_names[test_random_below(random, G_N_ELEMENTS(middle_names))], " ",
                    surnames[test_random_below(random, G_N_ELEMENTS(surnames))],
                    suffixes[test_random_below(random, G_N_ELEMENTS(suffixes))], NULL);
    const char *written = test_random_below(random, 5) == 0 ? strrchr(label, ' ') + 1 : label;
    group_add_claim(group, name, test_random_below(random, 4) == 0 ? 0 : FACT_KIND_PERSON, written,
                    document);
}

/* Puts claims in another order and numbers documents anew. */
static void
group_shuffle(Group *group, TestRandom *random, guint *out_order)
{
    guint n = group->claims->len;
    guint n_documents = group->documents->len;
    g_autofree FactClaim *claims = g_memdup2(group->claims->data, n * sizeof(FactClaim));
    g_autofree guint *places = g_new(guint, n_documents);

    for (guint i = 0; i < n_documents; i++)
        places[i] = i;
    for (guint i = n_documents; i-- > 1;) {
        guint k = test_random_below(random, i + 1);
        gpointer document = g_ptr_array_index(group->documents, i);
        g_ptr_array_index(group->documents, i) = g_ptr_array_index(group->documents, k);
        g_ptr_array_index(group->documents, k) = document;
        guint place = places[i];
        places[i] = places[k];
        places[k] = place;
    }
    for (guint i = 0; i < n; i++)
        out_order[i] = i;
    for (guint i = n; i-- > 1;) {
        guint k = test_random_below(random, i + 1);
        guint place = out_order[i];
        out_order[i] = out_order[k];
        out_order[k] = place;
    }
    for (guint i = 0; i < n; i++) {
        FactClaim *claim = &g_array_index(group->claims, FactClaim, i);
        *claim = claims[out_order[i]];
        for (guint d = 0; d < n_documents; d++) {
            if (places[d] == claims[out_order[i]].document)
                claim->document = d;
        }
    }
}

static void
test_order_does_not_matter(void **state)
{
    TestRandom random = {7};

    (void)state;
    for (guint round = 0; round < 300; round++) {
        Group group;
        guint n = 2 + test_random_below(&random, 40);
        g_autofree guint *order = g_new(guint, n);

        group_init(&group);
        for (guint i = 0; i < n; i++)
            group_add_random(&group, &random);
        group_link(&group);
        g_autofree const char **ids = g_memdup2(group.ids, n * sizeof ids[0]);
        g_autofree const char **labels = g_memdup2(group.labels, n * sizeof labels[0]);
        group_shuffle(&group, &random, order);
        group_link(&group);
        for (guint i = 0; i < n; i++) {
            assert_ptr_equal(group.ids[i], ids[order[i]]);
            assert_ptr_equal(group.labels[i], labels[order[i]]);
        }
        group_clear(&group);
    }
}

static FactPersonMatch
match(const char *a, const char *b, FactArena *arena)
{
    FactSubjectName names[2];
    FactPersonName persons[2];

    fact_subject_name_parse(get_catalog(), a, arena, &names[0]);
    fact_subject_name_parse(get_catalog(), b, arena, &names[1]);
    for (guint i = 0; i < 2; i++)
        fact_person_name_parse(get_catalog(), &names[i], arena, &persons[i]);
    return fact_person_name_match(&persons[0], &persons[1]);
}

static void
test_match_mirrors(void **state)
{
    TestRandom random = {11};
    g_autoptr(FactArena) arena = fact_arena_new();

    (void)state;
    for (guint round = 0; round < 2000; round++) {
        Group group;

        group_init(&group);
        group_add_random(&group, &random);
        group_add_random(&group, &random);
        const char *a = g_array_index(group.claims, FactClaim, 0).subject_label;
        const char *b = g_array_index(group.claims, FactClaim, 1).subject_label;
        assert_int_equal(match(a, b, arena), match(b, a, arena));
        assert_true(match(a, a, arena) == FACT_PERSON_FULLER || strpbrk(a, "0123456789") != NULL);
        group_clear(&group);
    }
}

/* A crowd of one surname, and as many of other names, must not take quadratic time. */
static void
test_crowd(void **state)
{
    Group group;
    gint64 start = g_get_monotonic_time();

    (void)state;
    group_init(&group);
    for (guint i = 0; i < 20000; i++) {
        g_autofree char *name =
            g_strdup_printf("X%c%c%c Smith", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26);
        g_autofree char *other =
            g_strdup_printf("Ann M%c%c%cson", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26);
        group_add_claim(&group, "topic", FACT_KIND_PERSON, name, i);
        group_add_claim(&group, "topic", FACT_KIND_PERSON, other, i);
    }
    group_add_claim(&group, "topic", FACT_KIND_PERSON, "Smith", 0);
    group_link(&group);
    assert_string_equal(group.ids[40000], "smith");
    assert_true(g_get_monotonic_time() - start < 30 * G_USEC_PER_SEC);
    group_clear(&group);
}

int
main(int argc, char **argv)
{
    TestSuite *suite = test_suite_new("link");

    test_suite_add_rows(suite, test_link, spelling_rows);
    test_suite_add_rows(suite, test_link, number_rows);
    test_suite_add_rows(suite, test_link, organisation_rows);
    test_suite_add_rows(suite, test_link, person_rows);
    test_suite_add_rows(suite, test_link, ambiguous_rows);
    test_suite_add_rows(suite, test_link, age_rows);
    test_suite_add_rows(suite, test_link, misspelt_rows);
    test_suite_add_rows(suite, test_link, description_rows);
    test_suite_add_rows(suite, test_identity, identity_rows);
    test_suite_add(suite, test_groups_are_apart);
    test_suite_add(suite, test_private_ids_name_their_document);
    test_suite_add(suite, test_order_does_not_matter);
    test_suite_add(suite, test_match_mirrors);
    test_suite_add(suite, test_crowd);
    return test_suite_run(suite, argc, argv);
}
