package org.mifeng.indexdata.relevance;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mifeng.indexdata.title.FaultyFileException;

/**
 * Titles to ask with, titles to find, and what people hold for alike, as TREC writes them.
 *
 * @param queries titles by id, in the order of the file
 * @param corpus titles by id, in the order of the file
 * @param relevant ids of the corpus by ids of the queries
 * @param unknown judged pairs of which a side is in neither file; a title that is not in the corpus counts as not found
 */
public record RankFiles(
        Map<String, String> queries, Map<String, String> corpus, Map<String, Set<String>> relevant, int unknown) {
    private static final Set<String> TITLE_COLUMNS =
            Set.of("jobtitle", "job_title", "title", "job title", "text", "query", "name", "职位", "标题", "岗位");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
    private static final String BOM = "\ufeff";

    /**
     * Reads the three files. Titles: two columns, id and title, by comma or tabulator, with or without a line of names;
     * further columns are passed over. Judgements: query id, anything, corpus id, relevance, by white space; above 0 is
     * relevant.
     *
     * @throws FaultyFileException if a row is not as described; the message begins with the name of the file
     * @throws IOException if a file cannot be read
     */
    public static RankFiles read(Path queries, Path corpus, Path judgements) throws IOException, FaultyFileException {
        Map<String, String> asked = titles(queries);
        Map<String, String> found = titles(corpus);
        Map<String, Set<String>> relevant = new LinkedHashMap<>();
        int unknown = 0;
        long number = 0;
        for (String line : lines(judgements)) {
            number++;
            String text = (number == 1 && line.startsWith(BOM) ? line.substring(1) : line).strip();
            if (text.isEmpty()) {
                continue;
            }
            String[] parts = WHITE_SPACE.split(text, -1);
            if (parts.length != 4) {
                throw fault(
                        judgements,
                        number,
                        "row",
                        "must be: query id, 0, corpus id, relevance",
                        "应为四列：查询编号 0 标题编号 相关度");
            }
            if (!INTEGER.matcher(parts[3]).matches()) {
                throw fault(judgements, number, "relevance", "must be a whole number", "应为整数");
            }
            if (!asked.containsKey(parts[0]) || !found.containsKey(parts[2])) {
                unknown++;
            }
            if (Integer.parseInt(parts[3]) > 0 && asked.containsKey(parts[0])) {
                relevant.computeIfAbsent(parts[0], id -> new HashSet<>()).add(parts[2]);
            }
        }
        if (relevant.isEmpty()) {
            throw new FaultyFileException("no query has a relevant title / 没有任何查询有相关标题").in(judgements);
        }
        return new RankFiles(asked, found, relevant, unknown);
    }

    private static Map<String, String> titles(Path file) throws IOException, FaultyFileException {
        Map<String, String> titles = new LinkedHashMap<>();
        boolean tabs = lines(file).stream().findFirst().orElse("").indexOf('\t') >= 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(tabs ? '\t' : ',')
                .commentStrategy(CommentStrategy.NONE)
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(file)) {
            for (CsvRecord row : rows) {
                add(titles, row, file);
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new FaultyFileException("the file is no CSV or TSV / 文件不是 CSV 或 TSV 格式").in(file);
        }
        if (titles.isEmpty()) {
            throw new FaultyFileException("the file has no titles / 文件没有标题").in(file);
        }
        return titles;
    }

    private static void add(Map<String, String> titles, CsvRecord row, Path file) throws FaultyFileException {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() < 2) {
            throw fault(file, line, "row", "must have an id and a title", "应有编号和标题两列");
        }
        String id = row.getField(0).strip();
        String title = row.getField(1).strip();
        if (line == 1 && TITLE_COLUMNS.contains(title.toLowerCase(Locale.ROOT))) {
            return;
        }
        if (id.isEmpty()) {
            throw fault(file, line, "id", "must not be empty", "不能为空");
        }
        if (title.isEmpty()) {
            throw fault(file, line, "title", "must not be empty", "不能为空");
        }
        if (titles.put(id, title) != null) {
            throw fault(file, line, "id", "is there twice", "重复");
        }
    }

    private static List<String> lines(Path file) throws IOException, FaultyFileException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new FaultyFileException("the file is not UTF-8 / 文件不是 UTF-8 编码").in(file);
        }
    }

    private static FaultyFileException fault(Path file, long line, String field, String english, String chinese) {
        return new FaultyFileException(line, field, english, chinese).in(file);
    }
}
