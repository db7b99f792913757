package org.mifeng.indexdata.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mifeng.matcher.InvalidFieldException;

final class RecordPrivacyTest {
    private static final int SEEDS = 50;

    @Test
    void aPrintedRecordShowsNothingPersonal() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SeekerRecord seeker = new SampleRows(seed).seeker();
            assertThat(seeker.toString()).doesNotContain(seeker.idNumber().value(), seeker.name(), "0537");
            EmployerRecord employer = new SampleRows(seed).employer();
            assertThat(employer.toString()).doesNotContain(employer.phone(), employer.name());
            JobPostRecord post = new SampleRows(seed).jobPost();
            assertThat(post.toString()).doesNotContain(post.phone(), post.title());
        }
    }

    @Test
    void theBirthDateMustBeTheOneInTheIdNumber() {
        SeekerRecord good = new SampleRows(1).seeker();
        assertThatThrownBy(() -> new SeekerRecord(
                        good.id(),
                        good.publicId(),
                        good.idNumber(),
                        good.name(),
                        good.phone(),
                        good.state(),
                        good.birthDate().plusDays(1),
                        good.wishes(),
                        good.wishText(),
                        good.home(),
                        good.travel(),
                        good.maxDistanceMetres(),
                        good.slots(),
                        good.settlements(),
                        good.floorFenPerHour(),
                        good.floorIsMust(),
                        good.certificates(),
                        good.helpGroups(),
                        good.consentedAt(),
                        good.createdAt(),
                        good.updatedAt()))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("birthDate must be the date in the ID number");
    }
}
