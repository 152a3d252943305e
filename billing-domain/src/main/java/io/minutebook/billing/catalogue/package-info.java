/** What is sold and at which price: an effective-dated price book read from a data file. */
@NullMarked
package io.minutebook.billing.catalogue;

import org.jspecify.annotations.NullMarked;
