/* SPDX-License-Identifier: MIT
 *
 * Inputs through a pool of threads, results back in the order of the inputs. The calling thread
 * lists inputs and merges results; workers read. A ring of jobs is the queue and the reorder window
 * at once, so at most FACT_PIPELINE_AHEAD jobs a worker are in memory, and no byte of a result
 * depends on which worker made it or when.
 */
#pragma once

#include "base/log.h"
#include "read/read.h"

/* Inputs in flight for each worker: enough that a large file does not starve the others. */
#define FACT_PIPELINE_AHEAD 8
#define FACT_PIPELINE_JOBS_MAX 256

typedef struct {
    /* Scratch memory of one thread. */
    gpointer (*worker_new)(gpointer user_data);
    void (*worker_free)(gpointer worker);
    /* What one input gives; used again for a later input once it is merged. */
    gpointer (*result_new)(gpointer user_data);
    void (*result_free)(gpointer result);
    /* Fills @result, in any thread. Problems go to @log, which is merged in order. */
    void (*read)(gpointer worker, FactInput *input, gpointer result, FactLog *log,
                 gpointer user_data);
    /* Takes what is in @result and empties it, in the calling thread and in order. FALSE stops. */
    gboolean (*merge)(gpointer result, FactLog *log, gpointer user_data);
} FactPipeline;

/* @jobs threads, 0 for one per processor; 1 works in the calling thread alone. */
void
fact_pipeline_run(const FactPipeline *pipeline, FactInputs *inputs, guint jobs, gpointer user_data,
                  FactLog *log);
