package org.mifeng.indexdata.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that describes the files says what the code does. */
final class DataFormatPageTest {
    private static final Path PAGE = Path.of("..", "docs", "data-format.md");

    static Stream<BulkSchema<?>> schemas() {
        return Stream.of(BulkSchema.EMPLOYERS, BulkSchema.JOB_POSTS, BulkSchema.SEEKERS);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyColumnStandsThereInItsOrder(BulkSchema<?> schema) throws IOException {
        assertThat(columnsOnThePage(schema.name())).isEqualTo(schema.columns());
    }

    private static List<Column> columnsOnThePage(String heading) throws IOException {
        List<Column> columns = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                inside = line.equals("## " + heading);
            } else if (inside && line.startsWith("| ") && !line.startsWith("| column")) {
                String[] cells = line.split("\\|", -1);
                columns.add(new Column(
                        cells[1].strip(),
                        Column.Kind.valueOf(cells[2].strip()),
                        cells[3].strip().equals("yes")));
            }
        }
        return columns;
    }
}
