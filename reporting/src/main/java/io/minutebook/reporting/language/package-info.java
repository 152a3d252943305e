/** What people read, in Chinese and English; what machines read is the same in both. */
@NullMarked
package io.minutebook.reporting.language;

import org.jspecify.annotations.NullMarked;
