package org.mifeng.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MaskedTest {
    @Test
    void aNameKeepsItsFirstCharacter() {
        assertThat(Masked.name("张三")).isEqualTo("张*");
        assertThat(Masked.name("欧阳明日")).isEqualTo("欧**");
        assertThat(Masked.name("张")).isEqualTo("张*");
        assertThat(Masked.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masked.name(" ")).isEmpty();
    }

    @Test
    void aPhoneKeepsItsEnds() {
        assertThat(Masked.phone("13800001234")).isEqualTo("138****1234");
        assertThat(Masked.phone("0537-2210000")).isEqualTo("****00");
        assertThat(Masked.phone("110")).isEqualTo("****");
    }

    @Test
    void anIdNumberKeepsItsLastFour() {
        assertThat(Masked.idNumber("100000196203070018")).isEqualTo("**************0018");
        assertThat(Masked.idNumber("1234")).isEqualTo("****");
    }

    @Test
    void detailsOfAPersonComeBackFromTheirText() {
        PersonDetails person = new PersonDetails("100000196203070018", "张\n三", "");
        assertThat(PersonDetails.of(person.text())).isEqualTo(person);
        EmployerContact contact = new EmployerContact("", "李", "0537-1");
        assertThat(EmployerContact.of(contact.text())).isEqualTo(contact);
        assertThatThrownBy(() -> PersonDetails.of("2\0a\0b\0c\0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonDetails("", "a\0b", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingPersonalIsPrintedByAccident() {
        assertThat(new PersonDetails("100000196203070018", "张三", "13800001234").toString())
                .doesNotContain("张三", "1000", "1380");
        assertThat(new EmployerContact("x", "李", "0537").toString()).doesNotContain("李", "0537");
    }
}
