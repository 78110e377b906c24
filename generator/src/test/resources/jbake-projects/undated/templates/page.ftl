${(content.title)!"untitled"} ${(content.date?string("yyyy-MM-dd HH:mm:ss"))!"no date"}
${content.body}