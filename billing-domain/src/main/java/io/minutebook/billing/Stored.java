package io.minutebook.billing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permanent name and version under which an event or a snapshot is stored, never its Java name. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Stored {

    /** Feature and fact, such as {@code packs.minutes-drawn}. */
    String name();

    int version();
}
