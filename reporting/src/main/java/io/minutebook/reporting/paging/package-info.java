/** Lists that are answered page by page. */
@NullMarked
package io.minutebook.reporting.paging;

import org.jspecify.annotations.NullMarked;
