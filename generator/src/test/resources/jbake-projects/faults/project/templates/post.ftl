${(content.title)!"untitled"} ${content.date?string("yyyy-MM-dd")} ${content.uri} ${content.rootpath}
${content.body}