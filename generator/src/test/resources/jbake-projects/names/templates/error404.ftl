${content.type} ${(content.title)!"none"} ${numberOfPages}
