package io.minutebook.reporting.xlsx;

import java.util.Locale;

/** Text as XML and spreadsheets read it: nothing in it can end an element, and what XML has no place for is written by its number. */
final class XmlText {

    private XmlText() {}

    static void append(StringBuilder xml, String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\t', '\n', '\r' -> xml.append("&#").append((int) letter).append(';');
                case '_' -> xml.append(looksEscaped(text, at) ? "_x005F_" : "_");
                default -> {
                    if (letter < ' ' || letter == '\ufffe' || letter == '\uffff') appendNumber(xml, letter);
                    else if (!Character.isSurrogate(letter)) xml.append(letter);
                    else if (isPair(text, at)) xml.append(letter).append(text.charAt(++at));
                    else xml.append('\ufffd');
                }
            }
        }
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    /** {@code _x0041_} in a cell would be read as the letter A. */
    private static boolean looksEscaped(String text, int at) {
        return text.regionMatches(true, at + 1, "x", 0, 1)
                && at + 6 < text.length()
                && text.charAt(at + 6) == '_'
                && text.substring(at + 2, at + 6).chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }

    private static void appendNumber(StringBuilder xml, char letter) {
        xml.append("_x").append(String.format(Locale.ROOT, "%04X", (int) letter)).append('_');
    }
}
