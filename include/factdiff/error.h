/* SPDX-License-Identifier: MIT
 *
 * The one error domain of libfactdiff. There is a code for each different reaction of a caller, not
 * for each way to fail; what went wrong is in the message, which reads
 * `path:line:column: what is wrong` wherever a place is known.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks what the library offers; everything else is hidden. */
#define FACT_PUBLIC __attribute__((visibility("default")))

#define FACT_ERROR (fact_error_quark())

/**
 * FactError:
 * @FACT_ERROR_USAGE: the caller's arguments or configuration are wrong
 * @FACT_ERROR_IO: a file or folder could not be read or written
 * @FACT_ERROR_INPUT: a document or a claims file is malformed
 * @FACT_ERROR_CATALOG: a file of the catalog is malformed
 * @FACT_ERROR_LIMIT: a named limit was passed
 */
typedef enum {
    FACT_ERROR_USAGE,
    FACT_ERROR_IO,
    FACT_ERROR_INPUT,
    FACT_ERROR_CATALOG,
    FACT_ERROR_LIMIT,
} FactError;

FACT_PUBLIC GQuark
fact_error_quark(void);

G_END_DECLS
