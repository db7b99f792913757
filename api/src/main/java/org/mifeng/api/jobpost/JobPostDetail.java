package org.mifeng.api.jobpost;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a seeker may know of one post.
 *
 * @param facts what a list shows
 * @param body the full text
 * @param phone whom to call; left out if none was given
 * @param certificates names of those that must be held
 */
public record JobPostDetail(
        @JsonUnwrapped JobPostFacts facts,
        String body,
        @Nullable String phone,
        List<String> certificates) {}
