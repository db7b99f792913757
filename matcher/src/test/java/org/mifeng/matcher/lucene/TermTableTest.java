package org.mifeng.matcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermTableTest {
    @Test
    void everyPairOfCharactersKeepsItsNumber() {
        TermTable table = new TermTable();
        for (int i = 0; i < 50_000; i++) {
            assertThat(table.find(pair(i))).isEqualTo(-1);
            table.add(pair(i));
        }
        for (int i = 0; i < 50_000; i++) {
            assertThat(table.find(pair(i))).isEqualTo(i);
        }
        assertThat(table.find("没有")).isEqualTo(-1);
        assertThat(table.size()).isEqualTo(50_000);
    }

    private static String pair(int i) {
        return "" + (char) (0x5000 + i / 300) + (char) (0x4E00 + i % 300);
    }
}
