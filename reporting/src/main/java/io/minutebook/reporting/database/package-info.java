/** How values travel to and from PostgreSQL. */
@NullMarked
package io.minutebook.reporting.database;

import org.jspecify.annotations.NullMarked;
