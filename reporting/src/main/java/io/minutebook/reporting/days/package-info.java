/** Days in Asia/Shanghai, as questions over a range of them name them. */
@NullMarked
package io.minutebook.reporting.days;

import org.jspecify.annotations.NullMarked;
