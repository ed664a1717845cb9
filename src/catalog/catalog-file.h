/* SPDX-License-Identifier: MIT
 *
 * One JSON file of a catalog, and nodes: values in it that know where they stand, so that every
 * message can say path:line:column. A node is made on the stack on the way down and costs nothing;
 * a place is searched for only when there is something to say.
 *
 *     FactNode id;
 *     if (!fact_node_get(&object, "id", &id))
 *         fact_node_error(&object, "\"id\" is missing");
 */
#pragma once

#include "base/json-locate.h"
#include "base/log.h"
#include "catalog/plain-json.h"

/* A file beyond this is refused; 50,000 names take about 6 MB. */
#define FACT_CATALOG_FILE_MAX ((size_t)64 * 1024 * 1024)
/* Further mistakes of one file are counted, not told. */
#define FACT_CATALOG_MISTAKES_MAX 20

typedef struct {
    char *path; /* as shown: "facts/units/money.json", "builtin:units/money.json" */
    GBytes *bytes;
    const FactPlainJson *root; /* borrowed while loading, NULL after it */
    guint layer; /* 0 is the built-in catalog */
    guint n_mistakes;
    FactLog *log; /* borrowed while loading */
} FactCatalogFile;

/* A value of a file. Nodes borrow their file and their parent. */
typedef struct FactNode FactNode;

struct FactNode {
    FactCatalogFile *file;
    const FactNode *parent; /* NULL for the root */
    const FactPlainJson *json;
    const char *name; /* within an object */
    size_t index;     /* within an array; name is NULL there */
};

/* Parses @source; the tree lives in @arena. NULL with the mistake told in @log when it is not JSON or
 * not an object. */
FactCatalogFile *
fact_catalog_file_new(const char *path, GBytes *source, guint layer, FactArena *arena,
                      FactLog *log);

void
fact_catalog_file_free(FactCatalogFile *file);

/* Line and column of each element of the array @member of the root, in one pass; of FactPosition.
 */
GArray *
fact_catalog_file_positions(const FactCatalogFile *file, const char *member);

FactNode
fact_node_root(FactCatalogFile *file);

/* The member @name of an object; FALSE if it has none. */
gboolean
fact_node_get(const FactNode *object, const char *name, FactNode *out_node);

/* How many elements an array has; 0 for anything else. */
size_t
fact_node_length(const FactNode *array);

FactNode
fact_node_element(const FactNode *array, size_t index);

/* How many members an object has; 0 for anything else. */
size_t
fact_node_size(const FactNode *object);

/* The member @index of an object, in the order of the file. */
FactNode
fact_node_member(const FactNode *object, size_t index);

static inline gboolean
fact_node_is_object(const FactNode *node)
{
    return node->json->kind == FACT_PLAIN_JSON_OBJECT;
}

static inline gboolean
fact_node_is_array(const FactNode *node)
{
    return node->json->kind == FACT_PLAIN_JSON_ARRAY;
}

/* The text of a string; NULL, and nothing told, for anything else. Borrowed. */
static inline const char *
fact_node_text(const FactNode *node)
{
    return node->json->kind == FACT_PLAIN_JSON_STRING ? node->json->as.text : NULL;
}

/* "path:line:column" (transfer full). */
char *
fact_node_place(const FactNode *node);

/* Tells a mistake at @node. */
void
fact_node_error(const FactNode *node, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* What is allowed but likely not meant. */
void
fact_node_note(const FactNode *node, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Each tells a mistake and returns FALSE if the node is something else. */
gboolean
fact_node_expect_object(const FactNode *node);

gboolean
fact_node_expect_array(const FactNode *node);

/* Tells each member that is not in @names (NULL-terminated); TRUE if there was none. */
gboolean
fact_node_expect_members(const FactNode *object, const char *const *names);

/* The one of @names (NULL-terminated) that @name is a slip of; NULL if none is near. */
const char *
fact_node_guess_name(const char *name, const char *const *names);

/* The text of a string that is not empty; NULL with a mistake told for anything else. Borrowed. */
const char *
fact_node_string(const FactNode *node);

/* The same for a member: NULL, and nothing told, where it is missing; @out_ok (nullable) becomes
 * FALSE, and never TRUE, when it is there and wrong. */
const char *
fact_node_get_string(const FactNode *object, const char *name, gboolean *out_ok);

/* The same for a member that must be there. */
const char *
fact_node_need_string(const FactNode *object, const char *name);

/* The member @name, where it is there, into @out_flag; FALSE with a mistake told where it is no
 * boolean. */
gboolean
fact_node_get_flag(const FactNode *object, const char *name, gboolean *out_flag);

/* A whole number; 0 for anything else. */
int64_t
fact_node_integer(const FactNode *node);

/* A member that must be an array if it is there; FALSE if there is none to read. */
gboolean
fact_node_get_array(const FactNode *object, const char *name, FactNode *out_node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactCatalogFile, fact_catalog_file_free)
