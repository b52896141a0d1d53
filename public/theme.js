// Runs before the first paint, so that the page never flashes in the other theme.
;(() => {
  let stored = null
  try {
    stored = localStorage.getItem('meshscope.theme')
  } catch {
    // Storage may be blocked: follow the system.
  }
  const dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
