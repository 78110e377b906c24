package io.zhibu.http;

/** What came is no request that we answer; the connection ends. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String why) {
        super(why);
        this.status = status;
    }

    Response response() {
        Response said = Response.text(status, getMessage());
        return status == 405 ? said.with("Allow", "GET, HEAD, POST") : said;
    }
}
