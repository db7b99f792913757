/** What the tests of all features share. */
@org.jspecify.annotations.NullMarked
package org.mifeng.api;
