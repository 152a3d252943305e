/** What an account may not do with its calls: the list of businesses that are not served. */
@NullMarked
package io.minutebook.billing.conduct;

import org.jspecify.annotations.NullMarked;
