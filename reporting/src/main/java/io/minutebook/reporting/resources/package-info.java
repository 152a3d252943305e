/** What an account holds: plans, add-ons, numbers, packs and trials, and what of them is due when. */
@NullMarked
package io.minutebook.reporting.resources;

import org.jspecify.annotations.NullMarked;
