/* SPDX-License-Identifier: MIT */
#include "link/person-word.h"

#include <string.h>

/* Shorter words differ by a letter too easily: "Lee" and "Lea"; "Lees" and "Leas". */
#define NEAR_LENGTH_MIN 5
#define NEAR_LENGTH_MIN_ADDED 4
/* From here on any letter may have been left out, not only a vowel. */
#define LONG_LENGTH_MIN 7

gboolean
fact_person_word_is_near(const char *a, const char *b)
{
    size_t n = strlen(a);
    size_t m = strlen(b);
    size_t head = 0;
    size_t tail = 0;

    if (n > m)
        return fact_person_word_is_near(b, a);
    if (n < (n < m ? NEAR_LENGTH_MIN_ADDED : NEAR_LENGTH_MIN) || m - n > 1 ||
        m > FACT_PERSON_WORD_MAX)
        return FALSE;
    while (head < n && a[head] == b[head])
        head++;
    while (tail < n - head && a[n - 1 - tail] == b[m - 1 - tail])
        tail++;
    if (head == 0)
        return FALSE;
    if (head + tail + 1 >= m)
        return TRUE;
    return n == m && head + tail + 2 == n && a[head] == b[head + 1] && a[head + 1] == b[head];
}

/* The sound of the letter at @s; 0 for none. Moves @s on, beyond letters that go with it. */
static char
read_sound(const char **s, gboolean is_first)
{
    const char *at = *s;

    *s = at + 1;
    if (at[0] == 'p' && at[1] == 'h') {
        *s = at + 2;
        return 'f';
    }
    if (at[0] == 'e' && (at[1] == 'y' || at[1] == 'e' || at[1] == 'i') && at[2] == '\0') {
        *s = at + 2;
        return 'i';
    }
    if (at[0] == 'i' && at[1] == 'e' && at[2] == '\0') {
        *s = at + 2;
        return 'i';
    }
    switch (at[0]) {
    case 'h':
        return is_first ? 'h' : '\0';
    case 'y':
        return 'i';
    case 'z':
        return 's';
    case 'c':
    case 'q':
        return 'k';
    case 'g':
        return is_first && (at[1] == 'e' || at[1] == 'i') ? 'j' : 'g';
    default:
        return at[0];
    }
}

void
fact_person_word_sound(const char *word, char out_sound[FACT_PERSON_WORD_MAX + 1])
{
    guint n = 0;

    out_sound[0] = '\0';
    if (strlen(word) > FACT_PERSON_WORD_MAX)
        return;
    for (const char *s = word; *s != '\0';) {
        char sound = read_sound(&s, s == word);

        if (sound != '\0' && (n == 0 || out_sound[n - 1] != sound))
            out_sound[n++] = sound;
    }
    out_sound[n] = '\0';
}

static char
first_sound(const char *word)
{
    return read_sound(&word, TRUE);
}

static gboolean
is_vowel(char c)
{
    return c != '\0' && strchr("aeiouy", c) != NULL;
}

/* @b has one letter more, or one other letter, than @a, of which @head are equal before it. */
static gboolean
is_harmless(const char *a, size_t n, const char *b, size_t m, size_t head)
{
    if (a[n - 1] != b[m - 1])
        return FALSE;
    if (n < m)
        return is_vowel(b[head]) || b[head] == b[head - 1] ||
               (n >= LONG_LENGTH_MIN && head + 2 < n);
    if (a[head] == b[head + 1] && a[head + 1] == b[head])
        return TRUE;
    return (head + 2 <= n || n >= LONG_LENGTH_MIN) && is_vowel(a[head]) && is_vowel(b[head]);
}

gboolean
fact_person_word_is_variant(const char *a, const char *b)
{
    char sound_a[FACT_PERSON_WORD_MAX + 1];
    char sound_b[FACT_PERSON_WORD_MAX + 1];

    if (first_sound(a) != first_sound(b)) /* of most pairs it is not */
        return FALSE;
    size_t n = strlen(a);
    size_t m = strlen(b);
    size_t head = 0;
    if (n > m)
        return fact_person_word_is_variant(b, a);
    fact_person_word_sound(a, sound_a);
    fact_person_word_sound(b, sound_b);
    if (n > 1 && sound_a[0] != '\0' && strcmp(sound_a, sound_b) == 0)
        return TRUE;
    if (!fact_person_word_is_near(a, b))
        return FALSE;
    while (a[head] == b[head])
        head++;
    return is_harmless(a, n, b, m, head);
}
