import type { Theme } from '../state/index.ts'

const KEY = 'meshscope.theme'

/** As `public/theme.js` has set it before the first paint. */
export const initialTheme = (): Theme => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light')

export function applyTheme(theme: Theme): void {
  if (document.documentElement.dataset['theme'] === theme) return
  document.documentElement.dataset['theme'] = theme
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // No storage: the theme lasts for this visit.
  }
}
