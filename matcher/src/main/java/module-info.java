/** The matching engine: a plain library over Apache Lucene. */
module org.mifeng.matcher {
    requires org.apache.lucene.core;
    requires org.apache.lucene.analysis.common;
    requires static org.jspecify;

    exports org.mifeng.matcher;
    exports org.mifeng.matcher.lucene;
    exports org.mifeng.matcher.occupation;
    exports org.mifeng.matcher.ranking;
    exports org.mifeng.matcher.search;
    exports org.mifeng.matcher.spi;
}
