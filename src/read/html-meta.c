/* SPDX-License-Identifier: MIT
 *
 * One thing is said in many places; each place has a rank, and the best one wins, the first of its
 * rank on the page. Names of tags are as publishers use them, the standards' own before the
 * makeshift ones. Linked data counts only where it says it is of an article: pages describe their
 * site, their author and other stories in the same way.
 */
#include "read/html-meta.h"

#include "read/json-scan.h"

#include <string.h>

/* Objects within objects of linked data. */
#define LINKED_DATA_DEPTH_MAX 20
/* Of the page, where its encoding has to be said. */
#define CHARSET_BYTES_MAX 4096u

typedef enum {
    META_TITLE,
    META_PUBLISHED,
    META_PUBLISHER,
    META_URL,
    N_META,
} Meta;

typedef struct {
    char *value; /* owned */
    guint rank;  /* lower is better; meaningless without a value */
} MetaValue;

typedef struct {
    MetaValue values[N_META];
} Page;

/* Names in `property`, `name` and `itemprop` of meta tags, and their rank. */
static const struct {
    const char *name;
    Meta meta;
    guint rank;
} meta_names[] = {
    {"og:title", META_TITLE, 1},
    {"twitter:title", META_TITLE, 2},
    {"dc.title", META_TITLE, 3},
    {"article:published_time", META_PUBLISHED, 1},
    {"datePublished", META_PUBLISHED, 3},
    {"og:published_time", META_PUBLISHED, 4},
    {"parsely-pub-date", META_PUBLISHED, 5},
    {"sailthru.date", META_PUBLISHED, 5},
    {"pubdate", META_PUBLISHED, 5},
    {"publishdate", META_PUBLISHED, 5},
    {"publish-date", META_PUBLISHED, 5},
    {"publish_date", META_PUBLISHED, 5},
    {"article.published", META_PUBLISHED, 5},
    {"dc.date.issued", META_PUBLISHED, 6},
    {"dcterms.created", META_PUBLISHED, 6},
    {"dcterms.date", META_PUBLISHED, 6},
    {"dc.date", META_PUBLISHED, 6},
    {"citation_publication_date", META_PUBLISHED, 6},
    {"date", META_PUBLISHED, 7},
    {"og:site_name", META_PUBLISHER, 1},
    {"publisher", META_PUBLISHER, 3},
    {"dc.publisher", META_PUBLISHER, 3},
    {"application-name", META_PUBLISHER, 4},
    {"og:url", META_URL, 2},
};

/* The page's own words for what is told nowhere else. */
#define RANK_CANONICAL 1
#define RANK_LINKED_DATA 2
#define RANK_TIME_MARKED 8
#define RANK_HEADLINE 8
#define RANK_TITLE 9
#define RANK_TIME 10

/* @value, transfer full, said at @rank. */
static void
offer(Page *page, Meta meta, guint rank, char *value)
{
    MetaValue *held = &page->values[meta];

    if (value == NULL)
        return;
    g_strstrip(value);
    /* gumbo makes bytes that are no letter out of references to numbers that are none. */
    if (!g_utf8_validate(value, -1, NULL)) {
        char *valid = g_utf8_make_valid(value, -1);

        g_free(value);
        value = valid;
    }
    if (*value == '\0' || (held->value != NULL && held->rank <= rank)) {
        g_free(value);
        return;
    }
    g_free(held->value);
    *held = (MetaValue){value, rank};
}

static void
offer_url(Page *page, guint rank, const char *url)
{
    if (url != NULL && (g_ascii_strncasecmp(url, "https://", 8) == 0 ||
                        g_ascii_strncasecmp(url, "http://", 7) == 0))
        offer(page, META_URL, rank, g_strdup(url));
}

static void
offer_name(Page *page, const char *name, const char *content)
{
    for (size_t i = 0; i < G_N_ELEMENTS(meta_names) && name != NULL && content != NULL; i++) {
        if (g_ascii_strcasecmp(meta_names[i].name, name) != 0)
            continue;
        if (meta_names[i].meta == META_URL)
            offer_url(page, meta_names[i].rank, content);
        else
            offer(page, meta_names[i].meta, meta_names[i].rank, g_strdup(content));
    }
}

static void
read_meta(Page *page, const GumboNode *node)
{
    static const char *const keys[] = {"property", "name", "itemprop"};
    const char *content = fact_html_get_attribute(node, "content");

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        offer_name(page, fact_html_get_attribute(node, keys[i]), content);
}

static void
read_link(Page *page, const GumboNode *node)
{
    const char *rel = fact_html_get_attribute(node, "rel");

    if (rel != NULL && g_ascii_strcasecmp(rel, "canonical") == 0)
        offer_url(page, RANK_CANONICAL, fact_html_get_attribute(node, "href"));
}

static void
read_time(Page *page, const GumboNode *node)
{
    const char *when = fact_html_get_attribute(node, "datetime");
    const char *item = fact_html_get_attribute(node, "itemprop");
    const char *class = fact_html_get_attribute(node, "class");
    gboolean is_marked = fact_html_get_attribute(node, "pubdate") != NULL ||
                         (item != NULL && g_str_equal(item, "datePublished")) ||
                         (class != NULL && strstr(class, "publish") != NULL);

    if (when != NULL && (item == NULL || !g_str_equal(item, "dateModified")))
        offer(page, META_PUBLISHED, is_marked ? RANK_TIME_MARKED : RANK_TIME, g_strdup(when));
}

/* One object of linked data while it is passed. */
typedef struct {
    gboolean is_article;
    char *published; /* owned */
    char *headline;
    char *publisher;
    char *name;
} Thing;

static void
clear_thing(Thing *thing)
{
    g_free(thing->published);
    g_free(thing->headline);
    g_free(thing->publisher);
    g_free(thing->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Thing, clear_thing)

static gboolean
is_article_type(const char *type)
{
    return g_str_has_suffix(type, "Article") || g_str_has_suffix(type, "Posting") ||
           g_str_equal(type, "Report") || g_str_equal(type, "WebPage");
}

static gboolean
visit_value(Page *page, FactJsonScanner *scanner, guint depth, Thing *outer, const char *member);

/* A string that is member @member of @thing. */
static void
take_string(Thing *thing, const char *member, char *string)
{
    char **slot = NULL;

    if (g_str_equal(member, "@type"))
        thing->is_article = thing->is_article || is_article_type(string);
    else if (g_str_equal(member, "datePublished"))
        slot = &thing->published;
    else if (g_str_equal(member, "headline"))
        slot = &thing->headline;
    else if (g_str_equal(member, "name"))
        slot = &thing->name;
    if (slot != NULL && *slot == NULL)
        *slot = g_steal_pointer(&string);
    g_free(string);
}

static gboolean
visit_object(Page *page, FactJsonScanner *scanner, guint depth, Thing *outer, const char *member)
{
    g_auto(Thing) thing = {0};
    FactJsonSlice key;

    if (!fact_json_enter(scanner, FACT_JSON_OBJECT))
        return FALSE;
    while (fact_json_next_key(scanner, &key)) {
        g_autofree char *name = fact_json_decode_string(scanner->text, &key, 0, NULL, NULL);

        if (!visit_value(page, scanner, depth + 1, &thing, name))
            return FALSE;
    }
    if (thing.is_article) {
        offer(page, META_PUBLISHED, RANK_LINKED_DATA, g_steal_pointer(&thing.published));
        offer(page, META_TITLE, RANK_LINKED_DATA, g_steal_pointer(&thing.headline));
        offer(page, META_PUBLISHER, RANK_LINKED_DATA, g_steal_pointer(&thing.publisher));
    } else if (outer != NULL && outer->publisher == NULL && g_str_equal(member, "publisher")) {
        outer->publisher = g_steal_pointer(&thing.name);
    }
    return scanner->error == NULL;
}

static gboolean
visit_value(Page *page, FactJsonScanner *scanner, guint depth, Thing *outer, const char *member)
{
    FactJsonSlice slice;

    if (!fact_json_skip_space(scanner))
        return FALSE;
    if (depth < LINKED_DATA_DEPTH_MAX && scanner->text[scanner->at] == '{')
        return visit_object(page, scanner, depth, outer, member);
    if (depth < LINKED_DATA_DEPTH_MAX && scanner->text[scanner->at] == '[') {
        if (!fact_json_enter(scanner, FACT_JSON_ARRAY))
            return FALSE;
        while (fact_json_next_element(scanner)) {
            if (!visit_value(page, scanner, depth + 1, outer, member))
                return FALSE;
        }
        return scanner->error == NULL;
    }
    if (!fact_json_scan_value(scanner, &slice))
        return FALSE;
    if (slice.type == FACT_JSON_STRING && outer != NULL)
        take_string(outer, member, fact_json_decode_string(scanner->text, &slice, 0, NULL, NULL));
    return TRUE;
}

static void
read_script(Page *page, const GumboNode *node)
{
    const char *type = fact_html_get_attribute(node, "type");
    const GumboVector *children = &node->v.element.children;

    if (type == NULL || g_ascii_strcasecmp(type, "application/ld+json") != 0)
        return;
    for (guint i = 0; i < children->length; i++) {
        const GumboNode *child = children->data[i];
        FactJsonScanner scanner = {0};

        if (child->type != GUMBO_NODE_TEXT)
            continue;
        scanner.text = child->v.text.text;
        scanner.len = strlen(scanner.text);
        (void)visit_value(page, &scanner, 0, NULL, "");
    }
}

void
fact_html_read_meta(const FactHtmlNode *nodes, guint n, FactDocument *document)
{
    Page page = {0};

    for (guint i = 0; i < n; i++) {
        const GumboNode *node = nodes[i].node;

        switch ((int)fact_html_get_tag(node)) {
        case GUMBO_TAG_META:
            read_meta(&page, node);
            break;
        case GUMBO_TAG_LINK:
            read_link(&page, node);
            break;
        case GUMBO_TAG_TIME:
            read_time(&page, node);
            break;
        case GUMBO_TAG_SCRIPT:
            read_script(&page, node);
            break;
        case GUMBO_TAG_H1:
            offer(&page, META_TITLE, RANK_HEADLINE, fact_html_get_text(nodes, i));
            break;
        case GUMBO_TAG_TITLE:
            offer(&page, META_TITLE, RANK_TITLE, fact_html_get_text(nodes, i));
            break;
        default:
            break;
        }
    }
    document->title = page.values[META_TITLE].value;
    document->published = page.values[META_PUBLISHED].value;
    document->publisher = page.values[META_PUBLISHER].value;
    document->url = page.values[META_URL].value;
}

/* After `=` and quotation marks: the name of an encoding. */
static char *
take_charset(const char *at, const char *end)
{
    const char *start;

    while (at < end && g_ascii_isspace(*at))
        at++;
    if (at == end || *at != '=')
        return NULL;
    at++;
    while (at < end && (g_ascii_isspace(*at) || *at == '"' || *at == '\''))
        at++;
    start = at;
    while (at < end && (g_ascii_isalnum(*at) || strchr("-_.:", *at) != NULL) && *at != '\0')
        at++;
    return at > start ? g_strndup(start, (size_t)(at - start)) : NULL;
}

char *
fact_html_find_charset(const char *raw, size_t len)
{
    static const char *const words[] = {"charset", "encoding"};
    const char *end = raw + MIN(len, CHARSET_BYTES_MAX);
    gboolean in_tag = FALSE;

    for (const char *at = raw; at < end; at++) {
        size_t left = (size_t)(end - at);

        if (left > 5 && (g_ascii_strncasecmp(at, "<meta", 5) == 0 || memcmp(at, "<?xml", 5) == 0))
            in_tag = TRUE;
        else if (*at == '>')
            in_tag = FALSE;
        for (size_t i = 0; i < G_N_ELEMENTS(words) && in_tag; i++) {
            size_t n = strlen(words[i]);
            char *charset = left > n && g_ascii_strncasecmp(at, words[i], n) == 0
                                ? take_charset(at + n, end)
                                : NULL;

            if (charset != NULL)
                return charset;
        }
    }
    return NULL;
}
