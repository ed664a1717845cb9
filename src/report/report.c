/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include "report/writers.h"

#include <string.h>

static const FactReportFormat FORMATS[] = {
    {"text", "a diff for people", ".txt", fact_write_text},
    {"json", "one object with all findings", ".json", fact_write_json},
    {"jsonl", "a finding a line", ".jsonl", fact_write_jsonl},
    {NULL, NULL, NULL, NULL},
};

const FactReportFormat *
fact_report_formats(void)
{
    return FORMATS;
}

const FactReportFormat *
fact_report_format_find(const char *name)
{
    for (const FactReportFormat *format = FORMATS; format->name != NULL; format++) {
        if (strcmp(format->name, name) == 0)
            return format;
    }
    return NULL;
}
