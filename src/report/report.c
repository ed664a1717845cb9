/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include "report/writers.h"

#include <string.h>

static const FactReportFormat FORMATS[] = {
    {"text", "a diff for people", ".txt", fact_write_text},
    {"json", "one object with all findings", ".json", fact_write_json},
    {"jsonl", "a finding a line", ".jsonl", fact_write_jsonl},
    {"sarif", "SARIF 2.1.0, for code scanning", ".sarif", fact_write_sarif},
    {"github", "workflow commands, for annotations in GitHub", ".txt", fact_write_github},
    {"gitlab", "a code quality report for GitLab", ".json", fact_write_gitlab},
    {"junit", "JUnit XML, for dashboards of tests", ".xml", fact_write_junit},
    {"html", "the editorial review report as a page", ".html", fact_write_html},
    {"markdown", "the same for a comment or a wiki", ".md", fact_write_markdown},
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
