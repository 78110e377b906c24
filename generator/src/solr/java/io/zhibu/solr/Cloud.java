package io.zhibu.solr;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.solr.cloud.MiniSolrCloudCluster;
import org.apache.solr.embedded.JettySolrRunner;

/** Three nodes of the real engine and what keeps them together, in this process. */
final class Cloud {
    private static final int NODES = 3;
    private static final Pattern DELETED = Pattern.compile("\"deletedDocs\":(\\d+)");

    private final MiniSolrCloudCluster cluster;

    Cloud(Path folder) throws Exception {
        cluster = new MiniSolrCloudCluster.Builder(NODES, folder).configure();
    }

    /** The engine as its first node that still runs. */
    Solr solr() {
        return new Solr(URI.create("http://" + address() + "/solr"), Optional.empty());
    }

    /** Host and port of that node. */
    String address() {
        JettySolrRunner node = cluster.getJettySolrRunners().stream()
                .filter(JettySolrRunner::isRunning)
                .findFirst()
                .orElseThrow();
        return "127.0.0.1:" + node.getLocalPort();
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

    /** How many documents are deleted in any copy and still counted. */
    int deleted() throws Exception {
        int deleted = 0;
        for (JettySolrRunner node : cluster.getJettySolrRunners()) {
            URI cores = URI.create("http://127.0.0.1:" + node.getLocalPort() + "/solr/admin/cores?wt=json");
            String told = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(cores).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher number = DELETED.matcher(told);
            while (number.find()) {
                deleted += Integer.parseInt(number.group(1));
            }
        }
        return deleted;
    }

    void stop() throws Exception {
        cluster.shutdown();
    }
}
