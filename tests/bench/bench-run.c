/* SPDX-License-Identifier: MIT
 *
 * How fast the program reads, and how its memory grows: makes a corpus of news as a folder of texts
 * and as JSON Lines, at several sizes, and runs commands over it with one thread and two. The page
 * cache is warm, for the corpus was just written; the best of several runs is told.
 *
 *     bench-run --program FACTDIFF [--sizes 1,10,100] [--commands values,extract,check]
 *               [--layouts folder,jsonl] [--jobs 1,2] [--repeat 3] [--keep FOLDER]
 */
#include "base/json-writer.h"
#include "bench/news.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEGABYTE 1e6
/* Findings are no failure; more than that is. */
#define EXIT_FINDINGS 1

typedef struct {
    char *program;
    char *sizes;
    char *commands;
    char *layouts;
    char *jobs;
    char *keep;
    int repeat;
} Options;

typedef struct {
    double seconds;
    double processor_seconds;
    double peak_megabytes;
    int exit_code;
} Measure;

/* -- the corpus -- */

/* Articles until there are @bytes of text; the bytes there are. */
static size_t
write_folder(const char *path, size_t bytes)
{
    NewsArticle article;
    size_t written = 0;

    news_article_init(&article);
    for (guint i = 0; written < bytes; i++) {
        /* A thousand files to a folder, as no one keeps more. */
        g_autofree char *folder = g_strdup_printf("%s/%03u", path, i / 1000);
        g_autofree char *file = NULL;

        news_article_write(&article, i);
        if (i % 1000 == 0)
            g_mkdir_with_parents(folder, 0755);
        file = g_strdup_printf("%s/%s.txt", folder, article.id);
        g_string_append_c(g_string_prepend(article.text, "\n\n"), '\n');
        g_string_prepend(article.text, article.title->str);
        if (!g_file_set_contents_full(file, article.text->str, (gssize)article.text->len,
                                      G_FILE_SET_CONTENTS_NONE, 0644, NULL))
            g_error("%s: cannot be written", file);
        written += article.text->len;
    }
    news_article_clear(&article);
    return written;
}

static void
write_record(FILE *file, const NewsArticle *article)
{
    g_autoptr(GString) line = g_string_new(NULL);
    FactJsonWriter writer;

    fact_json_writer_init(&writer, line);
    fact_json_begin_object(&writer, NULL);
    fact_json_string(&writer, "id", article->id);
    fact_json_string(&writer, "title", article->title->str);
    fact_json_string(&writer, "published", article->published);
    fact_json_string(&writer, "source", article->publisher);
    fact_json_string_len(&writer, "text", article->text->str, article->text->len);
    fact_json_end_object(&writer);
    g_string_append_c(line, '\n');
    fwrite(line->str, 1, line->len, file);
}

static size_t
write_lines(const char *path, size_t bytes)
{
    FILE *file = g_fopen(path, "w");
    NewsArticle article;
    size_t written = 0;

    if (file == NULL)
        g_error("%s: cannot be written", path);
    news_article_init(&article);
    for (guint i = 0; written < bytes; i++) {
        news_article_write(&article, i);
        write_record(file, &article);
        written += article.text->len;
    }
    news_article_clear(&article);
    fclose(file);
    return written;
}

static char *
write_corpus(const char *folder, const char *layout, guint megabytes, size_t *out_bytes)
{
    size_t bytes = (size_t)megabytes * 1000000;
    char *path = g_strdup_printf("%s/%s-%u%s", folder, layout, megabytes,
                                 g_str_equal(layout, "jsonl") ? ".jsonl" : "");

    *out_bytes =
        g_str_equal(layout, "jsonl") ? write_lines(path, bytes) : write_folder(path, bytes);
    return path;
}

static void
remove_all(const char *path)
{
    const char *argv[] = {"rm", "-rf", path, NULL};

    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                 NULL);
}

/* -- measuring -- */

static void
run_child(char *const *argv)
{
    int null = open("/dev/null", O_WRONLY);

    dup2(null, STDOUT_FILENO);
    execv(argv[0], argv);
    _exit(127);
}

static Measure
measure(const char *program, const char *command, const char *jobs, const char *path)
{
    char *const argv[] = {(char *)program, (char *)command, (char *)"--jobs",
                          (char *)jobs,    (char *)path,    NULL};
    gint64 start = g_get_monotonic_time();
    pid_t pid = fork();
    struct rusage usage;
    int status;

    if (pid == 0)
        run_child(argv);
    wait4(pid, &status, 0, &usage);
    return (Measure){
        (double)(g_get_monotonic_time() - start) / 1e6,
        (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
            (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
        (double)usage.ru_maxrss / 1024,
        WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
    };
}

static Measure
measure_best(const Options *options, const char *command, const char *jobs, const char *path)
{
    Measure best = measure(options->program, command, jobs, path);

    for (int i = 1; i < options->repeat; i++) {
        Measure again = measure(options->program, command, jobs, path);

        if (again.seconds < best.seconds)
            best = again;
    }
    return best;
}

static void
bench_corpus(const Options *options, const char *path, const char *layout, size_t bytes)
{
    g_auto(GStrv) commands = g_strsplit(options->commands, ",", -1);
    g_auto(GStrv) jobs = g_strsplit(options->jobs, ",", -1);

    for (guint c = 0; commands[c] != NULL; c++) {
        for (guint j = 0; jobs[j] != NULL; j++) {
            Measure best = measure_best(options, commands[c], jobs[j], path);

            if (best.exit_code > EXIT_FINDINGS)
                g_error("%s %s: exit code %d", options->program, commands[c], best.exit_code);
            printf("%-8s %-7s %7.1f %5s %9.3f %9.3f %8.1f %9.1f %9.1f %5d\n", commands[c], layout,
                   (double)bytes / MEGABYTE, jobs[j], best.seconds, best.processor_seconds,
                   (double)bytes / MEGABYTE / best.seconds,
                   (double)bytes / MEGABYTE / best.processor_seconds, best.peak_megabytes,
                   best.exit_code);
            fflush(stdout);
        }
    }
}

static void
bench_all(const Options *options, const char *folder)
{
    g_auto(GStrv) sizes = g_strsplit(options->sizes, ",", -1);
    g_auto(GStrv) layouts = g_strsplit(options->layouts, ",", -1);

    printf("%-8s %-7s %7s %5s %9s %9s %8s %9s %9s %5s\n", "command", "layout", "MB", "jobs",
           "seconds", "cpu s", "MB/s", "MB/cpu s", "peak MiB", "exit");
    for (guint l = 0; layouts[l] != NULL; l++) {
        for (guint s = 0; sizes[s] != NULL; s++) {
            size_t bytes;
            g_autofree char *path = write_corpus(
                folder, layouts[l], (guint)g_ascii_strtoull(sizes[s], NULL, 10), &bytes);

            bench_corpus(options, path, layouts[l], bytes);
            if (options->keep == NULL)
                remove_all(path);
        }
    }
}

static void
options_clear(Options *options)
{
    g_free(options->program);
    g_free(options->sizes);
    g_free(options->commands);
    g_free(options->layouts);
    g_free(options->jobs);
    g_free(options->keep);
}

int
main(int argc, char **argv)
{
    Options options = {NULL,
                       g_strdup("1,10,100"),
                       g_strdup("values,extract,check"),
                       g_strdup("folder,jsonl"),
                       g_strdup("1,2"),
                       NULL,
                       3};
    const GOptionEntry entries[] = {
        {"program", 0, 0, G_OPTION_ARG_FILENAME, &options.program, "The program to run", "FILE"},
        {"sizes", 0, 0, G_OPTION_ARG_STRING, &options.sizes, "Megabytes of text", "LIST"},
        {"commands", 0, 0, G_OPTION_ARG_STRING, &options.commands, "Commands to run", "LIST"},
        {"layouts", 0, 0, G_OPTION_ARG_STRING, &options.layouts, "folder, jsonl", "LIST"},
        {"jobs", 0, 0, G_OPTION_ARG_STRING, &options.jobs, "Numbers of threads", "LIST"},
        {"repeat", 0, 0, G_OPTION_ARG_INT, &options.repeat, "Runs of which the best counts", "N"},
        {"keep", 0, 0, G_OPTION_ARG_FILENAME, &options.keep,
         "Write the corpora there and keep them", "FOLDER"},
        {0},
    };
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = NULL;

    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error) || options.program == NULL) {
        fprintf(stderr, "bench-run: %s\n", error != NULL ? error->message : "--program is missing");
        return 2;
    }
    folder = options.keep != NULL ? g_strdup(options.keep)
                                  : g_dir_make_tmp("factdiff-bench-XXXXXX", NULL);
    g_mkdir_with_parents(folder, 0755);
    bench_all(&options, folder);
    if (options.keep == NULL)
        remove_all(folder);
    options_clear(&options);
    return 0;
}
