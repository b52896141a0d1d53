import { monaco } from './monaco.ts'
import type { ThemeName } from './editor-handle.ts'

const THEME = 'meshscope'

/** Makes Monaco wear the page's colours as they are now: its themes take only numbers, so they are read off the page. */
export function wearPageColours(theme: ThemeName, page: Element): void {
  const style = getComputedStyle(page)
  const colour = (name: string) => toHex(style.getPropertyValue(`--${name}`), theme)
  const [card, ink, ink3, line2, accent] = ['card', 'ink', 'ink-3', 'line-2', 'accent'].map(colour) as [
    string,
    ...string[],
  ]
  const rule = (token: string, name: string, fontStyle = '') => ({
    token,
    foreground: colour(name).slice(1),
    fontStyle,
  })
  monaco.editor.defineTheme(THEME, {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'ink'),
      rule('key', 'key', 'bold'),
      rule('value', 'val'),
      rule('number', 'ink', 'bold'),
      rule('punctuation', 'ink-3'),
      rule('comment', 'ink-3'),
    ],
    colors: {
      'editor.background': card,
      'editor.foreground': ink ?? '',
      'editorGutter.background': card,
      'editorLineNumber.foreground': ink3 ?? '',
      'editorLineNumber.activeForeground': colour('ink-2'),
      'editorCursor.foreground': ink ?? '',
      'editor.selectionBackground': `${accent ?? ''}40`,
      'editor.inactiveSelectionBackground': `${accent ?? ''}26`,
      'editor.lineHighlightBackground': `${ink3 ?? ''}14`,
      'editor.lineHighlightBorder': '#00000000',
      'editorIndentGuide.background1': colour('line'),
      'editorIndentGuide.activeBackground1': line2 ?? '',
      'editorBracketMatch.background': colour('sunken'),
      'editorBracketMatch.border': line2 ?? '',
      'editorWidget.background': card,
      'editorWidget.border': line2 ?? '',
      'editorHoverWidget.background': card,
      'editorHoverWidget.border': line2 ?? '',
      'editorSuggestWidget.background': card,
      'editorSuggestWidget.border': line2 ?? '',
      'editorSuggestWidget.selectedBackground': colour('accent-wash'),
      'editorSuggestWidget.selectedForeground': ink ?? '',
      'editorSuggestWidget.highlightForeground': colour('accent-text'),
      'editorSuggestWidget.focusHighlightForeground': colour('accent-text'),
      focusBorder: accent ?? '',
      'textLink.foreground': colour('accent-text'),
      'scrollbarSlider.background': `${line2 ?? ''}b3`,
      'scrollbarSlider.hoverBackground': line2 ?? '',
      'scrollbarSlider.activeBackground': colour('control'),
      'editorOverviewRuler.border': '#00000000',
      'scrollbar.shadow': '#00000000',
      'editorGutter.foldingControlForeground': ink3 ?? '',
    },
  })
  monaco.editor.setTheme(THEME)
}

/** A colour as Monaco wants it; a page without the property gets a readable one. */
function toHex(value: string, theme: ThemeName): string {
  const text = value.trim()
  return /^#[0-9a-f]{6}$/i.test(text) ? text : theme === 'dark' ? '#eceef2' : '#16181c'
}
