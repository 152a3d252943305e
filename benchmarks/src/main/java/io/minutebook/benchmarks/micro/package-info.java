/** The pure core alone, measured with JMH. */
@NullMarked
package io.minutebook.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
