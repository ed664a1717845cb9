/* SPDX-License-Identifier: MIT
 *
 * Three kinds of evidence: tags and roles that say so (nav, form, hidden), names in class and id
 * that templates give ("related", "share"), and lists and blocks that are mostly links. The first
 * two can be wrong about a page that wraps all of itself in a form, so nothing that holds most of
 * the page's text is left out by name. A heading that is a link belongs to another story.
 */
#include "read/html-boilerplate.h"

#include <string.h>

/* Text and links of a block, of a hundred, from which on it is a list of links. */
#define LINKED_BLOCK 60
#define LINKED_LINE 90
/* A block with more text than this is read whatever it is called, if it is most of the page. */
#define MOST_OF_PAGE 50
/* What an element that says "article" has to hold of the page's text to be believed. */
#define ARTICLE_SHARE 40

/* Words of class and id, as templates divide them. */
static const char *const boilerplate_words[] = {
    "ad",          "ads",         "advert",          "advertisement", "banner",     "breadcrumb",
    "breadcrumbs", "comments",    "consent",         "cookie",        "cookies",    "disqus",
    "footer",      "gdpr",        "infobox",         "masthead",      "menu",       "modal",
    "nav",         "navbar",      "navbox",          "navigation",    "newsletter", "noprint",
    "outbrain",    "overlay",     "pagination",      "popup",         "promo",      "promoted",
    "recirc",      "recommended", "recommendations", "reflist",       "related",    "share",
    "sharing",     "sidebar",     "signup",          "skip",          "social",     "sponsor",
    "sponsored",   "subscribe",   "subscription",    "taboola",       "tags",       "ticker",
    "toc",         "toolbar",     "trending",        "widget",
};

static const char *const boilerplate_roles[] = {
    "alertdialog", "banner",  "complementary", "contentinfo", "dialog",  "form",
    "menu",        "menubar", "navigation",    "search",      "tablist", "toolbar",
};

/* Left out whatever it holds. */
static gboolean
is_never_text(GumboTag tag)
{
    switch ((int)tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
        return TRUE;
    default:
        return FALSE;
    }
}

static gboolean
is_furniture(GumboTag tag)
{
    return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER ||
           tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_MENU;
}

static gboolean
is_inside(const FactHtmlNode *nodes, guint index, GumboTag tag)
{
    for (guint i = nodes[index].parent; i != 0; i = nodes[i].parent) {
        if (fact_html_get_tag(nodes[i].node) == tag)
            return TRUE;
    }
    return FALSE;
}

/* The page's own header; an article's has its headline. */
static gboolean
is_page_header(const FactHtmlNode *nodes, guint index)
{
    return fact_html_get_tag(nodes[index].node) == GUMBO_TAG_HEADER &&
           !is_inside(nodes, index, GUMBO_TAG_ARTICLE) && !is_inside(nodes, index, GUMBO_TAG_MAIN);
}

static gboolean
is_listed(const char *word, size_t len, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (strlen(list[i]) == len && g_ascii_strncasecmp(word, list[i], len) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Whether a word of @names is one of boilerplate; words end at white space, "-", "_" and ":", and
 * "has-sidebar", "no-ads" and "with-menu" say something of the page, not of the element. */
static gboolean
has_boilerplate_word(const char *names)
{
    static const char *const about[] = {"has", "no", "with", "without", "is", "in"};
    gboolean is_about = FALSE;

    while (names != NULL && *names != '\0') {
        size_t len = strcspn(names, " \t\r\n\f-_:");

        if (len > 0 && !is_about &&
            is_listed(names, len, boilerplate_words, G_N_ELEMENTS(boilerplate_words)))
            return TRUE;
        is_about = is_listed(names, len, about, G_N_ELEMENTS(about)) && names[len] == '-';
        names += len + (names[len] != '\0');
    }
    return FALSE;
}

static gboolean
is_hidden(const GumboNode *node)
{
    const char *style = fact_html_get_attribute(node, "style");
    const char *hidden = fact_html_get_attribute(node, "aria-hidden");
    const char *none = style != NULL ? strstr(style, "display") : NULL;

    if (fact_html_get_attribute(node, "hidden") != NULL ||
        (hidden != NULL && g_ascii_strcasecmp(hidden, "true") == 0))
        return TRUE;
    if (none == NULL)
        return FALSE;
    none += strcspn(none, ":;");
    none += *none == ':';
    while (*none == ' ')
        none++;
    return g_ascii_strncasecmp(none, "none", 4) == 0;
}

static gboolean
is_named_so(const FactHtmlNode *nodes, guint index)
{
    const GumboNode *node = nodes[index].node;
    GumboTag tag = fact_html_get_tag(node);
    const char *role = fact_html_get_attribute(node, "role");

    if (is_furniture(tag) || is_page_header(nodes, index))
        return TRUE;
    if (role != NULL &&
        is_listed(role, strlen(role), boilerplate_roles, G_N_ELEMENTS(boilerplate_roles)))
        return TRUE;
    if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_MAIN ||
        tag == GUMBO_TAG_ARTICLE)
        return FALSE;
    return has_boilerplate_word(fact_html_get_attribute(node, "class")) ||
           has_boilerplate_word(fact_html_get_attribute(node, "id"));
}

/* Mostly links: a list of several, or a line or heading that is one. */
static gboolean
is_links(const FactHtmlNode *self, GumboTag tag)
{
    guint64 linked = self->text > 0 ? (guint64)self->linked * 100 / self->text : 0;

    switch ((int)tag) {
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_P:
        return linked >= (self->n_links > 1 ? LINKED_BLOCK : LINKED_LINE);
    case GUMBO_TAG_LI:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
        return linked >= LINKED_LINE;
    case GUMBO_TAG_SUP:
        /* The number of a footnote. */
        return linked > 0;
    default:
        return FALSE;
    }
}

gboolean
fact_html_is_boilerplate(const FactHtmlNode *nodes, guint index)
{
    const FactHtmlNode *self = &nodes[index];
    GumboTag tag = fact_html_get_tag(self->node);

    if (is_never_text(tag))
        return TRUE;
    if ((guint64)self->text * 100 > (guint64)nodes[0].text * MOST_OF_PAGE)
        return FALSE;
    return is_hidden(self->node) || is_named_so(nodes, index) || is_links(self, tag);
}

static gboolean
is_article(const GumboNode *node)
{
    GumboTag tag = fact_html_get_tag(node);
    const char *item = fact_html_get_attribute(node, "itemprop");
    const char *role = fact_html_get_attribute(node, "role");

    return tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN ||
           (item != NULL && g_str_equal(item, "articleBody")) ||
           (role != NULL && (g_str_equal(role, "main") || g_str_equal(role, "article")));
}

/* The smallest that holds enough of the page's text: a main with one article in it gives the
 * article. */
guint
fact_html_find_article(const FactHtmlNode *nodes, guint n)
{
    guint best = 0;

    for (guint i = 0; i < n; i++) {
        if ((guint64)nodes[i].text * 100 >= (guint64)nodes[0].text * ARTICLE_SHARE &&
            is_article(nodes[i].node) && (best == 0 || nodes[i].text <= nodes[best].text))
            best = i;
    }
    return best;
}
