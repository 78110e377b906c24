<feed>${published_date?string("yyyy-MM-dd'T'HH:mm:ssXXX")}<#list published_posts as p><entry><id>${config.site_host}${p.uri}</id><content>${p.body?xml}</content></entry></#list></feed>
