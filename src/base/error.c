/* SPDX-License-Identifier: MIT */
#include <factdiff/error.h>

G_DEFINE_QUARK(fact-error-quark, fact_error)
