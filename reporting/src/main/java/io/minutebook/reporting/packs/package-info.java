/** The packs of an account: where their minutes are, now and at any instant before. */
@NullMarked
package io.minutebook.reporting.packs;

import org.jspecify.annotations.NullMarked;
