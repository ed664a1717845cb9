/* SPDX-License-Identifier: MIT
 *
 * The style sheet of the report page. It is part of the page: nothing is fetched, and no script is
 * needed.
 */
#pragma once

extern const char FACT_HTML_STYLE[];
