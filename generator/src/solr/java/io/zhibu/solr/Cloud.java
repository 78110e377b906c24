package io.zhibu.solr;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.solr.cloud.MiniSolrCloudCluster;
import org.apache.solr.embedded.JettySolrRunner;

/** Three nodes of the real engine and what keeps them together, in this process. */
final class Cloud {
    private static final int NODES = 3;

    private final MiniSolrCloudCluster cluster;

    Cloud(Path folder) throws Exception {
        cluster = new MiniSolrCloudCluster.Builder(NODES, folder).configure();
    }

    /** The engine as its first node that still runs. */
    Solr solr() {
        JettySolrRunner node = cluster.getJettySolrRunners().stream()
                .filter(JettySolrRunner::isRunning)
                .findFirst()
                .orElseThrow();
        return new Solr(URI.create("http://127.0.0.1:" + node.getLocalPort() + "/solr"), Optional.empty());
    }

    /** Stops a node that isn't the one that is asked, and waits until the others know. */
    JettySolrRunner kill() throws Exception {
        JettySolrRunner last = cluster.getJettySolrRunner(NODES - 1);
        cluster.stopJettySolrRunner(last);
        cluster.waitForJettyToStop(last);
        return last;
    }

    void start(JettySolrRunner node, String collection, int shards, int replicas) throws Exception {
        cluster.startJettySolrRunner(node);
        cluster.waitForAllNodes(60);
        cluster.waitForActiveCollection(collection, shards, shards * replicas);
    }

    void stop() throws Exception {
        cluster.shutdown();
    }
}
