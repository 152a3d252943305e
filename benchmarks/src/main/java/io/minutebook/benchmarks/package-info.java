/** The command line of the benchmarks. */
@NullMarked
package io.minutebook.benchmarks;

import org.jspecify.annotations.NullMarked;
