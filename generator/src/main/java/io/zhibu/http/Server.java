package io.zhibu.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens at one address. A client that is slow, or one too many, is sent away; the others don't notice. */
public final class Server implements Closeable {
    /** A browser opens six, and one more for each tab that listens. */
    static final int MOST = 96;

    private static final int PATIENCE_SECONDS = 10;
    private static final int LOOK_MILLIS = 250;
    private static final int TRIES = 100;

    private final ServerSocket socket;
    private final Handler handler;
    private final int patience;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Thread accepting;
    private final Thread looking;
    private volatile boolean closed;

    /**
     * Listens from now on.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public Server(InetAddress address, int port, Handler handler) throws IOException {
        this(address, port, handler, PATIENCE_SECONDS);
    }

    /** @param patience seconds that a client may take to ask */
    Server(InetAddress address, int port, Handler handler, int patience) throws IOException {
        this.handler = handler;
        this.patience = patience;
        this.socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(address, port), MOST);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
        this.accepting = new Thread(this::accept, "http-accept");
        this.looking = new Thread(this::look, "http-clock");
        accepting.setDaemon(true);
        looking.setDaemon(true);
        accepting.start();
        looking.start();
    }

    /** What answers at a port. */
    @FunctionalInterface
    public interface Answering {
        Handler at(int port);
    }

    /**
     * Listens at a port, or at the first that is free after it.
     *
     * @param next whether another one than the first will do
     * @throws PortTaken if another program has the port
     * @throws IOException if this machine lets nobody listen
     */
    public static Server listen(InetAddress address, int first, boolean next, Answering answering)
            throws IOException, PortTaken {
        for (int port = first; ; port++) {
            try {
                return new Server(address, port, answering.at(port));
            } catch (BindException taken) {
                if (String.valueOf(taken.getMessage()).contains("ermission")) {
                    throw new IOException("没有权限用端口 " + port + "，换一个大于 1023 的", taken);
                }
                if (!next || port == first + TRIES) {
                    throw new PortTaken(port, new PortOwner().of(port).orElse("别的程序"), taken);
                }
            }
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!closed) {
            try {
                serve(socket.accept());
            } catch (IOException hiccup) {
                // One client that left before it was met, or too many open files: the next may do better.
                pause();
            }
        }
    }

    private void serve(Socket client) throws IOException {
        if (connections.size() >= MOST) {
            client.close();
            return;
        }
        Connection connection = new Connection(client, handler, patience);
        connections.add(connection);
        Thread thread = new Thread(() -> run(connection), "http-client");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void run(Connection connection) {
        try {
            connection.run();
        } finally {
            connections.remove(connection);
            threads.remove(Thread.currentThread());
        }
    }

    private void look() {
        while (!closed) {
            long now = System.nanoTime();
            connections.forEach(one -> one.closeIfLate(now));
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends every connection; when it returns, no thread of the server runs. */
    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
        connections.forEach(Connection::close);
        looking.interrupt();
        threads.forEach(Thread::interrupt);
        try {
            accepting.join(2_000);
            looking.join(2_000);
            for (Thread one : threads) {
                one.join(2_000);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
