/** Which plan was in force when, and which uses are to be judged by it. */
@NullMarked
package io.minutebook.reporting.entitlements;

import org.jspecify.annotations.NullMarked;
