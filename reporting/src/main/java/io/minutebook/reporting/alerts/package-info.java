/** What accounts are told: which facts warrant an alert. */
@NullMarked
package io.minutebook.reporting.alerts;

import org.jspecify.annotations.NullMarked;
