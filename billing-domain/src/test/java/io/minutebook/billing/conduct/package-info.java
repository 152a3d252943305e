@NullMarked
package io.minutebook.billing.conduct;

import org.jspecify.annotations.NullMarked;
