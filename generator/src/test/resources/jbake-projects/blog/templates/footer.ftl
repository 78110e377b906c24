    <footer>${published_date?string("yyyy")} ${version} ${published_date?date?string.short}</footer>
  </body>
</html>
