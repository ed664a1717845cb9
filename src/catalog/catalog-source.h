/* SPDX-License-Identifier: MIT
 *
 * Where the files of a catalog come from: the resource that is part of the library, or a folder.
 * Both give the paths of their JSON files in byte order, so that loading never depends on the order
 * of a directory. What lies under a folder "schema" is left out.
 */
#pragma once

#include <gio/gio.h>
#include "base/log.h"

typedef struct {
    char *path; /* as shown in messages */
    GBytes *bytes;
} FactCatalogSource;

/* Of FactCatalogSource, owned. Files that cannot be read are told in @log. */
GPtrArray *
fact_catalog_source_list_builtin(void);

GPtrArray *
fact_catalog_source_list_folder(const char *folder, FactLog *log);
