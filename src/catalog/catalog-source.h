/* SPDX-License-Identifier: MIT
 *
 * Where the files of a catalog come from: the resource that is part of the library, or a folder.
 * Both give the paths of their JSON files in byte order, so that loading never depends on the order
 * of a directory. What lies under a folder "schema" is left out.
 */
#pragma once

#include "base/log.h"
#include <gio/gio.h>

typedef struct {
    char *path; /* as shown in messages */
    GBytes *bytes;
} FactCatalogSource;

/* A source of a text that is at hand; @text is copied. */
FactCatalogSource *
fact_catalog_source_new(const char *path, const char *text, size_t len);

void
fact_catalog_source_free(FactCatalogSource *source);

/* Of FactCatalogSource, owned. Files that cannot be read are told in @log. @folder may be one file.
 */
GPtrArray *
fact_catalog_source_list_builtin(void);

GPtrArray *
fact_catalog_source_list_folder(const char *folder, FactLog *log);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactCatalogSource, fact_catalog_source_free)
