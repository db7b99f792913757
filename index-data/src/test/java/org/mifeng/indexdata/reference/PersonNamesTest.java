package org.mifeng.indexdata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PersonNamesTest {
    @Test
    void surnamesStandOnceAndAreShort() {
        assertThat(PersonNames.surnames()).extracting(Surname::text).doesNotHaveDuplicates();
        assertThat(PersonNames.surnames())
                .allMatch(surname -> surname.weight() > 0 && surname.text().length() <= 2);
    }

    @Test
    void eachGenerationHasItsNames() {
        assertThat(PersonNames.givenNames(true, 1958).first()).contains("建");
        assertThat(PersonNames.givenNames(true, 1958).second()).contains("国");
        assertThat(PersonNames.givenNames(false, 1958).first()).contains("秀");
        assertThat(PersonNames.givenNames(false, 1958).second()).contains("英");
        assertThat(PersonNames.givenNames(true, 2005).bornFrom()).isEqualTo(1998);
        assertThat(PersonNames.givenNames(false, 1985).bornFrom()).isEqualTo(1985);
    }
}
