/** The minute packs an account holds for one meter: granted, drawn, given back, expired. */
@NullMarked
package io.minutebook.billing.packs;

import org.jspecify.annotations.NullMarked;
