package io.minutebook.ingest.record;

/** The value of one field as it was sent; a number stays text until it is known to be small enough. */
record Value(Kind kind, String text) {

    static final Value NULL = new Value(Kind.NULL, "");
    static final Value OBJECT = new Value(Kind.OBJECT, "");
    static final Value OTHER = new Value(Kind.OTHER, "");

    enum Kind {
        TEXT,
        NUMBER,
        NULL,
        OBJECT,
        OTHER
    }

    static Value text(String text) {
        return new Value(Kind.TEXT, text);
    }

    static Value number(String digits) {
        return new Value(Kind.NUMBER, digits);
    }

    /** Whether the ledger can keep this text: it holds neither NUL nor half of a surrogate pair. */
    boolean isCleanText() {
        return kind == Kind.TEXT && isClean(text);
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || (Character.isSurrogate(character) && isLone(text, i))) return false;
        }
        return true;
    }

    private static boolean isLone(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
}
