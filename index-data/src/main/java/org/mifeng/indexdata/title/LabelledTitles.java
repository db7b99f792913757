package org.mifeng.indexdata.title;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.OccupationCode;

/** Reads titles with the trades that people gave them: CSV, UTF-8, with the columns {@code title} and {@code code}. */
public final class LabelledTitles {
    private static final String TITLE = "title";
    private static final String CODE = "code";

    private LabelledTitles() {}

    /**
     * All rows of a file; other columns are passed over. A code must have the form of the classification; whether our
     * tables know it does not matter.
     *
     * @throws FaultyFileException if a column is missing, there is no row, or a row has no title or no code
     * @throws IOException if the file cannot be read
     */
    public static List<TitleEvaluation.Labelled> read(Path file) throws IOException, FaultyFileException {
        return read(file, TITLE);
    }

    /** As {@link #read(Path)}, of a file whose texts stand in another column, such as {@code query}. */
    public static List<TitleEvaluation.Labelled> read(Path file, String column)
            throws IOException, FaultyFileException {
        List<TitleEvaluation.Labelled> titles = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .detectBomHeader(true)
                .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                titles.add(labelled(row, column));
            }
        } catch (CsvParseException e) {
            throw new FaultyFileException("the file is no CSV / 文件不是 CSV 格式").in(file);
        } catch (FaultyFileException e) {
            throw e.in(file);
        }
        if (titles.isEmpty()) {
            throw new FaultyFileException(
                            "the file has no rows with " + column + " and code / 文件没有 " + column + "、code 数据行")
                    .in(file);
        }
        return titles;
    }

    private static TitleEvaluation.Labelled labelled(NamedCsvRecord row, String column) throws FaultyFileException {
        long line = row.getStartingLineNumber();
        String title = field(row, column);
        String code = field(row, CODE).strip();
        if (title.isBlank()) {
            throw new FaultyFileException(line, column, "must not be empty", "不能为空");
        }
        try {
            return new TitleEvaluation.Labelled(title, new OccupationCode(code));
        } catch (InvalidFieldException e) {
            throw new FaultyFileException(line, CODE, "must have the form d-dd-dd-dd", "应为 d-dd-dd-dd 形式");
        }
    }

    private static String field(NamedCsvRecord row, String column) throws FaultyFileException {
        Optional<String> value = row.findField(column);
        if (value.isEmpty()) {
            boolean inHeader = row.getHeader().contains(column);
            throw inHeader
                    ? new FaultyFileException(row.getStartingLineNumber(), column, "is missing", "缺失")
                    : new FaultyFileException(1, column, "is missing among the columns", "列缺失");
        }
        return value.get();
    }
}
