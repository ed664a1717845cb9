/* SPDX-License-Identifier: MIT
 *
 * The signature of a text, without a catalog.
 */
#pragma once

/* Transfer full; NULL as fact_signature_from_tokens. */
char *
test_sign(const char *text);
