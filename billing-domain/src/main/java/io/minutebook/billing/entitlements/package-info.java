/** What plans include, and uses that no plan in force included. */
@NullMarked
package io.minutebook.billing.entitlements;

import org.jspecify.annotations.NullMarked;
