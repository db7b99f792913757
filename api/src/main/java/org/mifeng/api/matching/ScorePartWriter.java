package org.mifeng.api.matching;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/**
 * Writes a part of a score, its numbers to six decimals. By hand: a page has some two hundred, and reflection and all
 * seventeen digits of each number cost as much as a third of the search for them.
 */
final class ScorePartWriter extends JsonSerializer<JobCard.ScorePart> {
    private static final SerializableString PART = new SerializedString("part");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString WEIGHT = new SerializedString("weight");
    private static final SerializableString CONTRIBUTION = new SerializedString("contribution");
    private static final int DECIMALS = 6;
    private static final long UNIT = 1_000_000;

    @Override
    public void serialize(JobCard.ScorePart part, JsonGenerator json, SerializerProvider provider) throws IOException {
        char[] digits = new char[DECIMALS + 2];
        json.writeStartObject();
        json.writeFieldName(PART);
        json.writeString(part.part().name());
        json.writeFieldName(VALUE);
        write(part.value(), digits, json);
        json.writeFieldName(WEIGHT);
        write(part.weight(), digits, json);
        json.writeFieldName(CONTRIBUTION);
        write(part.contribution(), digits, json);
        json.writeEndObject();
    }

    /** A number from 0 to 1 without needless zeros. */
    static void write(double number, char[] digits, JsonGenerator json) throws IOException {
        long rest = Math.round(number * UNIT);
        digits[0] = (char) ('0' + rest / UNIT);
        digits[1] = '.';
        int length = 1;
        for (int at = DECIMALS + 1; at > 1; at--) {
            digits[at] = (char) ('0' + rest % 10);
            rest /= 10;
            if (length == 1 && digits[at] != '0') {
                length = at + 1;
            }
        }
        json.writeNumber(digits, 0, length);
    }
}
