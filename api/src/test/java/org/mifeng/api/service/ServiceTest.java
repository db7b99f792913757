package org.mifeng.api.service;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mifeng.api.DatabaseResource;

/** Marks tests of the running service; they share one service, one database and one index. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = DatabaseResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = IndexResource.class, scope = TestResourceScope.GLOBAL)
public @interface ServiceTest {}
