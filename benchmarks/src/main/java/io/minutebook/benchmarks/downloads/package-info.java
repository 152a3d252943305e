/** How fast a month's usage detail is written as a file, and with how much memory. */
@NullMarked
package io.minutebook.benchmarks.downloads;

import org.jspecify.annotations.NullMarked;
