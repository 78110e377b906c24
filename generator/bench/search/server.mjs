import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.wasm': 'application/wasm',
};

/**
 * Files of one folder over loopback HTTP, as they are: nothing is compressed, so that what is counted is what a plain server sends.
 * Remembers every answer: `log` holds `{path, status, bytes}`.
 */
export class Server {
    log = [];
    /** Milliseconds that every answer waits, to tell requests that depend on each other from those that go side by side. */
    latency = 0;
    #http;

    static async of(root) {
        const server = new Server();
        server.#http = createServer((request, response) => {
            setTimeout(() => {
                server.#answer(path.resolve(root), request, response).catch((fault) => response.destroy(fault));
            }, server.latency);
        });
        await new Promise((resolve, reject) => server.#http.once('error', reject).listen(0, '127.0.0.1', resolve));
        return server;
    }

    get base() {
        return `http://127.0.0.1:${this.#http.address().port}/`;
    }

    async #answer(root, request, response) {
        const asked = decodeURIComponent(new URL(request.url, this.base).pathname);
        const file = path.join(root, asked.endsWith('/') ? `${asked}index.html` : asked);
        const found = file.startsWith(root + path.sep) ? await stat(file).catch(() => null) : null;
        if (!found?.isFile()) {
            // Browsers ask for an icon unasked; no engine is to blame for that.
            const icon = asked === '/favicon.ico';
            if (!icon) {
                this.log.push({ path: asked, status: 404, bytes: 0 });
            }
            response.writeHead(icon ? 204 : 404).end();
            return;
        }
        this.log.push({ path: asked, status: 200, bytes: found.size });
        response.writeHead(200, {
            'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
            'Content-Length': found.size,
            'Cache-Control': 'max-age=3600',
        });
        createReadStream(file).pipe(response);
    }

    async close() {
        this.#http.closeAllConnections();
        await new Promise((resolve) => this.#http.close(resolve));
    }
}
