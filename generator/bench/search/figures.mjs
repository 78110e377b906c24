/** The value that the given share of the values don't exceed. */
export function percentile(values, share) {
    if (values.length === 0) {
        throw new Error('no values');
    }
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function median(values) {
    return percentile(values, 0.5);
}

export function spread(values) {
    return { count: values.length, p50: median(values), p95: percentile(values, 0.95) };
}

/** Ranks from 1, Infinity where the gold isn't among the first ten. */
export function quality(ranks) {
    const mean = (value) => ranks.reduce((sum, rank) => sum + value(rank), 0) / ranks.length;
    return {
        mrr: mean((rank) => 1 / rank),
        first: mean((rank) => (rank === 1 ? 1 : 0)),
        ten: mean((rank) => (rank <= 10 ? 1 : 0)),
    };
}
