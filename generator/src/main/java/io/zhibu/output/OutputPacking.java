package io.zhibu.output;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.memo.Packing;
import java.util.Map;

/** Files that are made, and of which nothing is to be said, to bytes and back. */
public final class OutputPacking {
    private OutputPacking() {}

    public static void write(Output output, Packing.Out out) {
        out.number(output.files().size());
        for (Map.Entry<Address, Source> file : output.files().entrySet()) {
            out.text(file.getKey().path()).bytes(file.getValue().make().value());
        }
    }

    /** @param origin what asks for the files */
    public static Output read(Packing.In in, Where origin) {
        Output.Builder output = new Output.Builder();
        for (int left = in.number(); left > 0; left--) {
            Address address = new Address(in.text());
            byte[] bytes = in.bytes();
            output.add(address, origin, () -> Outcome.of(bytes));
        }
        return output.build().value();
    }
}
