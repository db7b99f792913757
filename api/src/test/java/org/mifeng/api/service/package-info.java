/** Tests of the running service over HTTP, and what they share. */
@NullMarked
package org.mifeng.api.service;

import org.jspecify.annotations.NullMarked;
