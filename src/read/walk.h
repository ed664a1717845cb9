/* SPDX-License-Identifier: MIT
 *
 * Walking a folder. What is an article is told by its extension, so that a folder of articles may
 * hold pictures, scripts and a licence too; how many such files there were is noted. A file that
 * has no known extension can still be named by hand. Symbolic links are not followed, so that no
 * loop and no way out of the folder exists.
 */
#pragma once

#include "base/log.h"

/* Appends the paths of the files below @folder (of char, transfer full) in the byte order of names.
 */
void
fact_walk_folder(const char *folder, GPtrArray *paths, FactLog *log);
