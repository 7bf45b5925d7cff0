// Runs before the first paint, so that a page kept dark does not flash white. A file of its own,
// because the content security policy allows no inline script.
;(() => {
  let kept = null
  try {
    kept = localStorage.getItem('mantine-color-scheme-value')
  } catch {
    // Storage may be forbidden; the system's scheme is then the answer.
  }
  const systemScheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const scheme = kept === 'light' || kept === 'dark' ? kept : systemScheme
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
})()
