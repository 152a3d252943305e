package io.minutebook.reporting.xlsx;

import java.time.Instant;
import java.util.List;

/** The small parts of a workbook beside its sheets, as ECMA-376 has them. */
final class Parts {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String STYLES = XML + """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <numFmts count="3">\
            <numFmt numFmtId="164" formatCode="#,##0.000"/>\
            <numFmt numFmtId="165" formatCode="#,##0.00######"/>\
            <numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss.000"/>\
            </numFmts>\
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
            <font><b/><sz val="11"/><color rgb="FF1F2A37"/><name val="Calibri"/><family val="2"/></font></fonts>\
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
            <fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF5"/><bgColor indexed="64"/></patternFill></fill></fills>\
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
            <border><left/><right/><top/><bottom style="thin"><color rgb="FF8795A8"/></bottom><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="9">\
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" \
            applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>\
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>\
            <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            </cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
            </styleSheet>""";

    static final String RELATIONS = XML
            + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + relation(1, OFFICE + "relationships/officeDocument", "xl/workbook.xml")
            + relation(2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
            + "</Relationships>";

    private Parts() {}

    static String contentTypes(int sheets) {
        var types = new StringBuilder(XML).append("<Types xmlns=\"").append(PACKAGE).append("content-types\">")
                .append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append(override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
                .append(override("/xl/workbook.xml", TYPE + "sheet.main+xml"))
                .append(override("/xl/styles.xml", TYPE + "styles+xml"));
        for (int sheet = 1; sheet <= sheets; sheet++) {
            types.append(override("/xl/worksheets/sheet" + sheet + ".xml", TYPE + "worksheet+xml"));
        }
        return types.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    static String workbook(List<String> names) {
        var sheets = new StringBuilder(XML).append("<workbook xmlns=\"").append(SHEETS).append("\" xmlns:r=\"")
                .append(OFFICE).append("relationships\"><sheets>");
        for (int sheet = 1; sheet <= names.size(); sheet++) {
            sheets.append("<sheet name=\"");
            XmlText.append(sheets, names.get(sheet - 1));
            sheets.append("\" sheetId=\"").append(sheet).append("\" r:id=\"rId").append(sheet).append("\"/>");
        }
        return sheets.append("</sheets></workbook>").toString();
    }

    static String workbookRelations(int sheets) {
        var relations = new StringBuilder(XML).append("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
        for (int sheet = 1; sheet <= sheets; sheet++) {
            relations.append(relation(sheet, OFFICE + "relationships/worksheet", "worksheets/sheet" + sheet + ".xml"));
        }
        return relations.append(relation(sheets + 1, OFFICE + "relationships/styles", "styles.xml"))
                .append("</Relationships>")
                .toString();
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    static String properties(String title, Instant createdAt) {
        var properties = new StringBuilder(XML).append("<cp:coreProperties xmlns:cp=\"").append(PACKAGE)
                .append("metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                .append(" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
                .append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
        XmlText.append(properties, title);
        return properties.append("</dc:title><dc:creator>Minutebook</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">")
                .append(createdAt)
                .append("</dcterms:created></cp:coreProperties>")
                .toString();
    }

    static String beginSheet(List<SheetColumn> columns, boolean isFirst) {
        var sheet = new StringBuilder(XML).append("<worksheet xmlns=\"").append(SHEETS)
                .append("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView ")
                .append(isFirst ? "tabSelected=\"1\" " : "")
                .append("workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
                .append("<selection pane=\"bottomLeft\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int column = 1; column <= columns.size(); column++) {
            sheet.append("<col min=\"").append(column).append("\" max=\"").append(column).append("\" width=\"")
                    .append(columns.get(column - 1).width()).append("\" customWidth=\"1\"/>");
        }
        return sheet.append("</cols><sheetData>").toString();
    }

    static String endSheet(String title, String lastCell) {
        var sheet = new StringBuilder("</sheetData><autoFilter ref=\"A1:").append(lastCell)
                .append("\"/><pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/><headerFooter><oddHeader>&amp;L");
        XmlText.append(sheet, title.replace("&", "&&"));
        return sheet.append("</oddHeader><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>").toString();
    }
}
