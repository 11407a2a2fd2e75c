/** The pipeline as a job on Apache Flink: the same stages, on many machines. */
@NullMarked
package org.sitrep.cluster;

import org.jspecify.annotations.NullMarked;
