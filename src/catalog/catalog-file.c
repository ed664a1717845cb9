/* SPDX-License-Identifier: MIT
 *
 * Reading a catalog's JSON with places. jansson keeps no offsets, so a place is found by searching
 * the text again for the node's JSON pointer; as this costs a pass over the file, each file tells a
 * bounded number of mistakes.
 */
#include "catalog/catalog-file.h"

#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

/* Bytes of a number that 64 bits hold. */
#define INTEGER_BYTES_MAX 20
/* Untrusted text in a message is cut to this many bytes. */
#define QUOTED_MAX 60

/* jansson names what it choked on in the message's end, near 'TEXT', and places the error behind
 * it. */
static size_t
syntax_error_offset(const json_error_t *error, size_t len)
{
    size_t end = MIN((size_t)MAX(error->position, 0), len);
    const char *near = strstr(error->text, " near '");
    if (near == NULL)
        return end;
    size_t n = strlen(near + strlen(" near '"));
    return n > 0 && n - 1 <= end ? end - (n - 1) : end;
}

static void
tell_syntax_error(const char *path, const char *text, size_t len, json_error_t *error, FactLog *log)
{
    FactPosition at = fact_position_of(text, len, syntax_error_offset(error, len));
    g_autofree char *message = g_utf8_make_valid(error->text, -1);
    fact_log_error(log, "%s:%u:%u: %s", path, at.line, at.column, message);
}

/* Without the byte order mark that some editors write. */
static GBytes *
skip_mark(GBytes *bytes)
{
    size_t len;
    const char *text = g_bytes_get_data(bytes, &len);
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        return g_bytes_new_from_bytes(bytes, 3, len - 3);
    return g_bytes_ref(bytes);
}

/* NULL with the mistake told. */
static const FactPlainJson *
parse(const char *path, const char *text, size_t len, FactArena *arena, FactLog *log)
{
    json_error_t error;
    const FactPlainJson *root = fact_plain_json_parse(text, len, arena);
    if (root != NULL)
        return root;
    g_autoptr(json_t) value =
        json_loadb(text, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (value != NULL)
        return fact_plain_json_from_jansson(value, arena);
    tell_syntax_error(path, text, len, &error, log);
    return NULL;
}

FactCatalogFile *
fact_catalog_file_new(const char *path, GBytes *source, guint layer, FactArena *arena, FactLog *log)
{
    g_autoptr(GBytes) bytes = skip_mark(source);
    size_t len;
    const char *text = g_bytes_get_data(bytes, &len);
    if (len > FACT_CATALOG_FILE_MAX) {
        fact_log_error(log,
                       "%s:1:1: the file has %" G_GSIZE_FORMAT
                       " bytes, more than the limit of %" G_GSIZE_FORMAT "",
                       path, len, FACT_CATALOG_FILE_MAX);
        return NULL;
    }
    if (text == NULL || len == 0) {
        fact_log_error(log, "%s:1:1: the file is empty", path);
        return NULL;
    }
    const FactPlainJson *root = parse(path, text, len, arena, log);
    if (root == NULL)
        return NULL;
    if (root->kind != FACT_PLAIN_JSON_OBJECT) {
        fact_log_error(log, "%s:1:1: a file of a catalog is a JSON object", path);
        return NULL;
    }
    FactCatalogFile *file = g_new0(FactCatalogFile, 1);
    file->path = g_strdup(path);
    file->bytes = g_steal_pointer(&bytes);
    file->root = root;
    file->layer = layer;
    file->log = log;
    return file;
}

void
fact_catalog_file_free(FactCatalogFile *file)
{
    if (file == NULL)
        return;
    g_free(file->path);
    g_bytes_unref(file->bytes);
    g_free(file);
}

/* Index one past the string that opens at @i. */
static size_t
skip_string(const char *text, size_t len, size_t i)
{
    for (i++; i < len && text[i] != '"'; i++)
        i += text[i] == '\\' ? 1 : 0;
    return MIN(i + 1, len);
}

static void
advance_position(FactPosition *at, const char *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (text[i] == '\n') {
            at->line++;
            at->column = 1;
        } else if (((guchar)text[i] & 0xc0) != 0x80) {
            at->column++;
        }
    }
}

/* Offset of the value of the root's member @member; @len if there is none. The text parses. */
static size_t
find_member(const char *text, size_t len, const char *member)
{
    int depth = 0;
    for (size_t i = 0; i < len;) {
        char c = text[i];
        if (c == '"') {
            size_t end = skip_string(text, len, i);
            size_t colon = end;
            while (colon < len && g_ascii_isspace(text[colon]))
                colon++;
            if (depth == 1 && colon < len && text[colon] == ':' && end - i == strlen(member) + 2 &&
                strncmp(text + i + 1, member, end - i - 2) == 0)
                return colon + 1;
            i = end;
            continue;
        }
        depth += c == '{' || c == '[' ? 1 : 0;
        depth -= c == '}' || c == ']' ? 1 : 0;
        i++;
    }
    return len;
}

GArray *
fact_catalog_file_positions(const FactCatalogFile *file, const char *member)
{
    GArray *positions = g_array_new(FALSE, FALSE, sizeof(FactPosition));
    size_t len;
    const char *text = g_bytes_get_data(file->bytes, &len);
    size_t i = find_member(text, len, member);
    size_t told = 0;
    int depth = 0;
    gboolean is_open = FALSE; /* the next thing at depth 1 begins an element */
    FactPosition at = {1, 1};
    while (i < len) {
        char c = text[i];
        if (is_open && depth == 1 && !g_ascii_isspace(c) && c != ',' && c != ']') {
            advance_position(&at, text, told, i);
            told = i;
            g_array_append_val(positions, at);
            is_open = FALSE;
        }
        if (c == '"') {
            i = skip_string(text, len, i);
            continue;
        }
        if (c == '[' || c == '{')
            is_open |= ++depth == 1;
        else if ((c == ']' || c == '}') && --depth == 0)
            break;
        else if (c == ',' && depth == 1)
            is_open = TRUE;
        i++;
    }
    return positions;
}

FactNode
fact_node_root(FactCatalogFile *file)
{
    return (FactNode){.file = file, .json = file->root};
}

gboolean
fact_node_get(const FactNode *object, const char *name, FactNode *out_node)
{
    const FactPlainJson *json = fact_plain_json_get(object->json, name);
    if (json == NULL)
        return FALSE;
    *out_node = (FactNode){.file = object->file, .parent = object, .json = json, .name = name};
    return TRUE;
}

size_t
fact_node_length(const FactNode *array)
{
    return fact_node_is_array(array) ? array->json->n : 0;
}

FactNode
fact_node_element(const FactNode *array, size_t index)
{
    return (FactNode){.file = array->file,
                      .parent = array,
                      .json = &array->json->as.elements[index],
                      .index = index};
}

size_t
fact_node_size(const FactNode *object)
{
    return fact_node_is_object(object) ? object->json->n : 0;
}

FactNode
fact_node_member(const FactNode *object, size_t index)
{
    const FactPlainJsonMember *member = &object->json->as.members[index];
    return (FactNode){
        .file = object->file, .parent = object, .json = &member->value, .name = member->name};
}

static void
append_pointer(const FactNode *node, GString *out)
{
    if (node->parent == NULL)
        return;
    append_pointer(node->parent, out);
    g_string_append_c(out, '/');
    if (node->name == NULL) {
        g_string_append_printf(out, "%" G_GSIZE_FORMAT, node->index);
        return;
    }
    for (const char *s = node->name; *s != '\0'; s++) {
        if (*s == '~' || *s == '/')
            g_string_append(out, *s == '~' ? "~0" : "~1");
        else
            g_string_append_c(out, *s);
    }
}

char *
fact_node_place(const FactNode *node)
{
    g_autoptr(GString) pointer = g_string_new(NULL);
    append_pointer(node, pointer);
    size_t len;
    const char *text = g_bytes_get_data(node->file->bytes, &len);
    FactPosition at = fact_json_locate(text, len, pointer->str);
    return g_strdup_printf("%s:%u:%u", node->file->path, at.line, at.column);
}

/* FALSE once the file has told enough. */
static gboolean
count_mistake(FactCatalogFile *file)
{
    file->n_mistakes++;
    if (file->n_mistakes == FACT_CATALOG_MISTAKES_MAX + 1)
        fact_log_error(file->log, "%s:1:1: too many mistakes, the rest of them is not told",
                       file->path);
    return file->n_mistakes <= FACT_CATALOG_MISTAKES_MAX;
}

void
fact_node_error(const FactNode *node, const char *format, ...)
{
    if (!count_mistake(node->file))
        return;
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *place = fact_node_place(node);
    fact_log_error(node->file->log, "%s: %s", place, message);
}

void
fact_node_note(const FactNode *node, const char *format, ...)
{
    if (!count_mistake(node->file))
        return;
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *place = fact_node_place(node);
    fact_log_note(node->file->log, "%s: %s", place, message);
}

static const char *
describe_json(const FactPlainJson *json)
{
    switch (json->kind) {
    case FACT_PLAIN_JSON_OBJECT:
        return "an object";
    case FACT_PLAIN_JSON_ARRAY:
        return "an array";
    case FACT_PLAIN_JSON_STRING:
        return "a string";
    case FACT_PLAIN_JSON_NUMBER:
        return "a number";
    case FACT_PLAIN_JSON_TRUE:
    case FACT_PLAIN_JSON_FALSE:
        return "true or false";
    case FACT_PLAIN_JSON_NULL:
        return "null";
    }
    return "something else";
}

/* What a message calls the node: its member's name, quoted and cut, or "element". */
static char *
describe_node(const FactNode *node)
{
    if (node->name == NULL)
        return g_strdup(node->parent == NULL ? "the file" : "an element");
    g_autofree char *cut =
        g_utf8_substring(node->name, 0, MIN(g_utf8_strlen(node->name, -1), QUOTED_MAX));
    return g_strdup_printf("\"%s\"", cut);
}

gboolean
fact_node_expect_object(const FactNode *node)
{
    if (fact_node_is_object(node))
        return TRUE;
    g_autofree char *what = describe_node(node);
    fact_node_error(node, "%s must be an object, not %s", what, describe_json(node->json));
    return FALSE;
}

gboolean
fact_node_expect_array(const FactNode *node)
{
    if (fact_node_is_array(node))
        return TRUE;
    g_autofree char *what = describe_node(node);
    fact_node_error(node, "%s must be an array, not %s", what, describe_json(node->json));
    return FALSE;
}

/* Longer names are not compared for being nearly right. */
#define NAME_BYTES_MAX 32
/* So many letters added, dropped or changed make a slip. */
#define SLIPS_MAX 2

/* Edit distance of two short names; SLIPS_MAX + 1 for long ones. */
static guint
edit_distance(const char *a, const char *b)
{
    size_t n = strlen(b);
    guint row[NAME_BYTES_MAX + 1];
    if (strlen(a) > NAME_BYTES_MAX || n > NAME_BYTES_MAX)
        return SLIPS_MAX + 1;
    for (guint j = 0; j <= n; j++)
        row[j] = j;
    for (guint i = 0; a[i] != '\0'; i++) {
        guint diagonal = row[0];
        row[0] = i + 1;
        for (guint j = 0; j < n; j++) {
            guint above = row[j + 1];
            row[j + 1] = MIN(diagonal + (a[i] != b[j] ? 1u : 0u), MIN(above, row[j]) + 1);
            diagonal = above;
        }
    }
    return row[n];
}

const char *
fact_node_guess_name(const char *name, const char *const *names)
{
    const char *best = NULL;
    guint least = SLIPS_MAX + 1;
    for (guint i = 0; names[i] != NULL; i++) {
        guint distance = edit_distance(name, names[i]);
        if (distance < least && (size_t)distance * 3 <= strlen(name)) {
            least = distance;
            best = names[i];
        }
    }
    return best;
}

static gboolean
has_name(const char *const *names, const char *name)
{
    for (; *names != NULL; names++) {
        if (strcmp(*names, name) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
fact_node_expect_members(const FactNode *object, const char *const *names)
{
    gboolean ok = TRUE;
    for (size_t i = 0; i < fact_node_size(object); i++) {
        FactNode node = fact_node_member(object, i);
        if (has_name(names, node.name))
            continue;
        g_autofree char *what = describe_node(&node);
        const char *guess = fact_node_guess_name(node.name, names);
        if (guess != NULL)
            fact_node_error(&node, "unknown member %s; did you mean \"%s\"?", what, guess);
        else
            fact_node_error(&node, "unknown member %s", what);
        ok = FALSE;
    }
    return ok;
}

const char *
fact_node_string(const FactNode *node)
{
    const char *text = fact_node_text(node);
    if (text != NULL && text[0] != '\0')
        return text;
    g_autofree char *what = describe_node(node);
    if (text == NULL)
        fact_node_error(node, "%s must be a string, not %s", what, describe_json(node->json));
    else
        fact_node_error(node, "%s must not be empty", what);
    return NULL;
}

const char *
fact_node_get_string(const FactNode *object, const char *name, gboolean *out_ok)
{
    FactNode node;
    if (!fact_node_get(object, name, &node))
        return NULL;
    const char *text = fact_node_string(&node);
    if (text == NULL && out_ok != NULL)
        *out_ok = FALSE;
    return text;
}

const char *
fact_node_need_string(const FactNode *object, const char *name)
{
    FactNode node;
    if (fact_node_get(object, name, &node))
        return fact_node_string(&node);
    fact_node_error(object, "\"%s\" is missing", name);
    return NULL;
}

gboolean
fact_node_get_flag(const FactNode *object, const char *name, gboolean *out_flag)
{
    FactNode node;
    if (!fact_node_get(object, name, &node))
        return TRUE;
    if (node.json->kind != FACT_PLAIN_JSON_TRUE && node.json->kind != FACT_PLAIN_JSON_FALSE) {
        fact_node_error(&node, "\"%s\" must be true or false", name);
        return FALSE;
    }
    *out_flag = node.json->kind == FACT_PLAIN_JSON_TRUE;
    return TRUE;
}

int64_t
fact_node_integer(const FactNode *node)
{
    char text[INTEGER_BYTES_MAX + 1] = "";
    if (node->json->kind != FACT_PLAIN_JSON_NUMBER || node->json->n > INTEGER_BYTES_MAX)
        return 0;
    memcpy(text, node->json->as.text, node->json->n);
    char *end;
    int64_t number = g_ascii_strtoll(text, &end, 10);
    return *end == '\0' ? number : 0;
}

gboolean
fact_node_get_array(const FactNode *object, const char *name, FactNode *out_node)
{
    return fact_node_get(object, name, out_node) && fact_node_expect_array(out_node);
}
