/* SPDX-License-Identifier: MIT
 *
 * The writers, for the table in report.c alone. One file each, named after the format.
 */
#pragma once

#include "report/report.h"

void
fact_write_text(const FactReportInput *input, const FactReportOptions *options, GString *out);

void
fact_write_json(const FactReportInput *input, const FactReportOptions *options, GString *out);

void
fact_write_jsonl(const FactReportInput *input, const FactReportOptions *options, GString *out);

void
fact_write_sarif(const FactReportInput *input, const FactReportOptions *options, GString *out);

void
fact_write_github(const FactReportInput *input, const FactReportOptions *options, GString *out);

void
fact_write_gitlab(const FactReportInput *input, const FactReportOptions *options, GString *out);

void
fact_write_junit(const FactReportInput *input, const FactReportOptions *options, GString *out);

void
fact_write_markdown(const FactReportInput *input, const FactReportOptions *options, GString *out);

void
fact_write_html(const FactReportInput *input, const FactReportOptions *options, GString *out);
