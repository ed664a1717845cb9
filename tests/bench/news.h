/* SPDX-License-Identifier: MIT
 *
 * News that never happened, for benchmarks: as much of it as is wanted, the same on every machine.
 *
 * Articles come in stories of NEWS_ARTICLES_A_STORY: each tells the same event in other sentences
 * and another order, and now and then gives a figure of its own. Names are made of syllables, so
 * that they are as many as in real news; words come from small lists, the early ones far more
 * often.
 */
#pragma once

#include <glib.h>

#define NEWS_ARTICLES_A_STORY 4

typedef struct {
    char id[24];
    char published[12];
    const char *publisher;
    GString *title;
    GString *text;
} NewsArticle;

void
news_article_init(NewsArticle *article);

void
news_article_clear(NewsArticle *article);

/* Fills @article with the article of this number, some 4,500 bytes of text. */
void
news_article_write(NewsArticle *article, guint index);
