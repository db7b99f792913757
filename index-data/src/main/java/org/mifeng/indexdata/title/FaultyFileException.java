package org.mifeng.indexdata.title;

import java.nio.file.Path;

/** What is wrong with a file of labels. The message names line and field, in English and Chinese, and repeats no value. */
public final class FaultyFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Something that is wrong with the file as a whole. */
    public FaultyFileException(String message) {
        super(message);
    }

    /** Something that is wrong with a field. */
    public FaultyFileException(long line, String field, String english, String chinese) {
        this("line " + line + ": " + field + " " + english + " / 第" + line + "行：" + field + " " + chinese);
    }

    /** The same, with the name of the file in front. */
    public FaultyFileException in(Path file) {
        return new FaultyFileException(file.getFileName() + ": " + getMessage());
    }
}
