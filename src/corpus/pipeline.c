/* SPDX-License-Identifier: MIT
 *
 * The ring: jobs [merged, taken) are being worked on or done, [taken, pushed) wait for a worker.
 * Counters only grow; a job's place is its counter modulo the size of the ring. One lock guards
 * them all, and is held for some instructions an input. It is one of POSIX and not of GLib because
 * ThreadSanitizer knows those: a GMutex is a bare futex to it.
 */
#include "corpus/pipeline.h"

#include <pthread.h>

typedef struct {
    FactInput *input; /* owned while it waits */
    gpointer result;  /* owned, made at first use */
    FactLog *log;     /* owned: of listing and of reading this input */
    gboolean is_done;
} PipelineJob;

typedef struct {
    const FactPipeline *pipeline;
    gpointer user_data;
    pthread_mutex_t lock;
    pthread_cond_t has_work; /* a job was pushed, or the end has come */
    pthread_cond_t has_done; /* a job was done */
    PipelineJob *ring;
    guint size;
    guint64 pushed;
    guint64 taken;
    guint64 merged;
    gboolean is_ending;
} PipelineRing;

static void
read_job(const FactPipeline *pipeline, PipelineJob *job, gpointer worker, gpointer user_data)
{
    pipeline->read(worker, job->input, job->result, job->log, user_data);
    g_clear_pointer(&job->input, fact_input_free);
}

static gboolean
merge_job(const FactPipeline *pipeline, PipelineJob *job, FactLog *log, gpointer user_data)
{
    fact_log_merge(log, job->log);
    job->is_done = FALSE;
    return pipeline->merge(job->result, log, user_data);
}

static gpointer
run_worker(gpointer data)
{
    PipelineRing *ring = data;
    gpointer worker = ring->pipeline->worker_new(ring->user_data);

    pthread_mutex_lock(&ring->lock);
    for (;;) {
        while (ring->taken == ring->pushed && !ring->is_ending)
            pthread_cond_wait(&ring->has_work, &ring->lock);
        if (ring->taken == ring->pushed)
            break;
        PipelineJob *job = &ring->ring[ring->taken++ % ring->size];
        pthread_mutex_unlock(&ring->lock);
        read_job(ring->pipeline, job, worker, ring->user_data);
        pthread_mutex_lock(&ring->lock);
        job->is_done = TRUE;
        pthread_cond_signal(&ring->has_done);
    }
    pthread_mutex_unlock(&ring->lock);

    ring->pipeline->worker_free(worker);
    return NULL;
}

/* Lists the next input into the job after the last one pushed. What listing finds wrong goes to
 * that job's log, so that it is told in the order of the inputs. */
static gboolean
push_next(PipelineRing *ring, FactInputs *inputs)
{
    PipelineJob *job = &ring->ring[ring->pushed % ring->size];

    job->input = fact_inputs_next(inputs, job->log);
    if (job->input == NULL)
        return FALSE;
    if (job->result == NULL)
        job->result = ring->pipeline->result_new(ring->user_data);
    pthread_mutex_lock(&ring->lock);
    ring->pushed++;
    pthread_cond_signal(&ring->has_work);
    pthread_mutex_unlock(&ring->lock);
    return TRUE;
}

static PipelineJob *
wait_for_oldest(PipelineRing *ring)
{
    PipelineJob *job = &ring->ring[ring->merged % ring->size];

    pthread_mutex_lock(&ring->lock);
    while (!job->is_done)
        pthread_cond_wait(&ring->has_done, &ring->lock);
    pthread_mutex_unlock(&ring->lock);
    return job;
}

/* Keeps the ring full and merges from its old end until all is merged or a merge asks to stop. */
static void
feed_and_merge(PipelineRing *ring, FactInputs *inputs, FactLog *log)
{
    gboolean has_more = TRUE;
    gboolean is_wanted = TRUE;

    while (has_more || ring->merged < ring->pushed) {
        while (has_more && ring->pushed - ring->merged < ring->size)
            has_more = push_next(ring, inputs);
        if (ring->merged == ring->pushed)
            break;
        PipelineJob *job = wait_for_oldest(ring);
        if (is_wanted && !merge_job(ring->pipeline, job, log, ring->user_data))
            is_wanted = has_more = FALSE;
        job->is_done = FALSE;
        ring->merged++;
    }
    /* The place of the input that was not there holds what listing said last. */
    fact_log_merge(log, ring->ring[ring->pushed % ring->size].log);
}

static void
run_threads(const FactPipeline *pipeline, FactInputs *inputs, guint jobs, gpointer user_data,
            FactLog *log)
{
    PipelineRing ring = {
        .pipeline = pipeline, .user_data = user_data, .size = jobs * FACT_PIPELINE_AHEAD};
    g_autofree GThread **threads = g_new0(GThread *, jobs);

    pthread_mutex_init(&ring.lock, NULL);
    pthread_cond_init(&ring.has_work, NULL);
    pthread_cond_init(&ring.has_done, NULL);
    ring.ring = g_new0(PipelineJob, ring.size);
    for (guint i = 0; i < ring.size; i++)
        ring.ring[i].log = fact_log_new();
    for (guint i = 0; i < jobs; i++)
        threads[i] = g_thread_new("factdiff-read", run_worker, &ring);

    feed_and_merge(&ring, inputs, log);

    pthread_mutex_lock(&ring.lock);
    ring.is_ending = TRUE;
    pthread_cond_broadcast(&ring.has_work);
    pthread_mutex_unlock(&ring.lock);
    for (guint i = 0; i < jobs; i++)
        g_thread_join(threads[i]);
    for (guint i = 0; i < ring.size; i++) {
        g_clear_pointer(&ring.ring[i].result, pipeline->result_free);
        fact_log_free(ring.ring[i].log);
    }
    g_free(ring.ring);
    pthread_cond_destroy(&ring.has_done);
    pthread_cond_destroy(&ring.has_work);
    pthread_mutex_destroy(&ring.lock);
}

static void
run_alone(const FactPipeline *pipeline, FactInputs *inputs, gpointer user_data, FactLog *log)
{
    PipelineJob job = {.result = pipeline->result_new(user_data), .log = fact_log_new()};
    gpointer worker = pipeline->worker_new(user_data);
    gboolean is_wanted = TRUE;

    while (is_wanted && (job.input = fact_inputs_next(inputs, job.log)) != NULL) {
        read_job(pipeline, &job, worker, user_data);
        is_wanted = merge_job(pipeline, &job, log, user_data);
    }
    fact_log_merge(log, job.log);
    pipeline->worker_free(worker);
    pipeline->result_free(job.result);
    fact_log_free(job.log);
}

void
fact_pipeline_run(const FactPipeline *pipeline, FactInputs *inputs, guint jobs, gpointer user_data,
                  FactLog *log)
{
    if (jobs == 0)
        jobs = g_get_num_processors();
    if (jobs == 1)
        run_alone(pipeline, inputs, user_data, log);
    else
        run_threads(pipeline, inputs, MIN(jobs, FACT_PIPELINE_JOBS_MAX), user_data, log);
}
