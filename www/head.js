// In the page's head, before anything is drawn: the theme chosen on an earlier visit, so that nothing flashes.
// The key and the attribute are those of src/app/browser/document.rs.
try {
  const theme = localStorage.getItem("dateline-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
