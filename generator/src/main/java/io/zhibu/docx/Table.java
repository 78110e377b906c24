package io.zhibu.docx;

import java.util.List;

/** @param rows with their cells from left to right; a cell that is merged over several rows stands in each of them */
public record Table(Place place, List<List<Cell>> rows) implements Block {
    public Table {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * @param width columns that it takes, at least 1
     * @param continued goes on with the cell above
     */
    public record Cell(List<Block> blocks, int width, boolean continued) {
        public Cell {
            blocks = List.copyOf(blocks);
        }
    }
}
