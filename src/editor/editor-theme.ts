import { monaco } from './monaco.ts'
import type { ThemeName } from './editor-handle.ts'

const THEME = 'meshscope'
/** Kinds of the outline and of completion that Monaco has colours of its own for. */
const SYMBOLS = [
  'enumeratorMember',
  'function',
  'interface',
  'field',
  'variable',
  'enumerator',
  'event',
  'method',
  'class',
]

/** Makes Monaco wear the page's colours as they are now: its themes take only numbers, so they are read off the page. */
export function wearPageColours(theme: ThemeName, page: Element): void {
  const colours = colourReader(page)
  const colour = colours.read
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
      'editor.background': colour('card'),
      'editor.foreground': colour('ink'),
      'editorGutter.background': colour('card'),
      'editorLineNumber.foreground': colour('ink-3'),
      'editorLineNumber.activeForeground': colour('ink-2'),
      'editorCursor.foreground': colour('ink'),
      'editor.selectionBackground': `${colour('accent')}40`,
      'editor.inactiveSelectionBackground': `${colour('accent')}26`,
      'editor.lineHighlightBackground': `${colour('ink-3')}14`,
      'editor.lineHighlightBorder': '#00000000',
      // What the outline points at: Monaco's own is yellow.
      'editor.rangeHighlightBackground': `${colour('accent')}1f`,
      'editor.symbolHighlightBackground': `${colour('accent')}40`,
      'editorWidget.background': colour('card'),
      'editorWidget.border': colour('line-2'),
      'editorHoverWidget.background': colour('card'),
      'editorHoverWidget.border': colour('line-2'),
      'editorActionList.background': colour('card'),
      'editorActionList.foreground': colour('ink'),
      'editorActionList.focusBackground': colour('accent-wash'),
      'editorActionList.focusForeground': colour('ink'),
      'menu.background': colour('card'),
      'menu.foreground': colour('ink'),
      'menu.selectionBackground': colour('accent-wash'),
      'menu.selectionForeground': colour('ink'),
      'input.background': colour('card'),
      'input.foreground': colour('ink'),
      'input.border': colour('line-2'),
      'inputOption.activeBackground': colour('accent-wash'),
      'inputOption.activeForeground': colour('accent-text'),
      'editor.findMatchBackground': `${colour('accent')}66`,
      'editor.findMatchHighlightBackground': `${colour('accent')}33`,
      'editorSuggestWidget.background': colour('card'),
      'editorSuggestWidget.border': colour('line-2'),
      'editorSuggestWidget.selectedBackground': colour('accent-wash'),
      'editorSuggestWidget.selectedForeground': colour('ink'),
      'editorSuggestWidget.highlightForeground': colour('accent-text'),
      'editorSuggestWidget.focusHighlightForeground': colour('accent-text'),
      'peekView.border': colour('accent'),
      'peekViewTitle.background': colour('card'),
      'peekViewTitleLabel.foreground': colour('ink'),
      'peekViewTitleDescription.foreground': colour('ink-2'),
      'peekViewEditor.background': colour('card'),
      'peekViewEditorGutter.background': colour('card'),
      'peekViewEditor.matchHighlightBackground': colour('accent-wash'),
      'peekViewResult.background': colour('card'),
      'peekViewResult.fileForeground': colour('ink'),
      'peekViewResult.lineForeground': colour('ink'),
      'peekViewResult.matchHighlightBackground': '#00000000',
      'peekViewResult.selectionBackground': colour('accent-wash'),
      'peekViewResult.selectionForeground': colour('ink'),
      'quickInput.background': colour('card'),
      'quickInput.foreground': colour('ink'),
      'quickInputList.focusBackground': colour('accent-wash'),
      'quickInputList.focusForeground': colour('ink'),
      'quickInputList.focusIconForeground': colour('ink'),
      ...Object.fromEntries(SYMBOLS.map(kind => [`symbolIcon.${kind}Foreground`, colour('ink-2')])),
      'pickerGroup.foreground': colour('ink-2'),
      'pickerGroup.border': colour('line'),
      'list.activeSelectionBackground': colour('accent-wash'),
      'list.activeSelectionForeground': colour('ink'),
      'list.inactiveSelectionBackground': colour('accent-wash'),
      'list.focusBackground': colour('accent-wash'),
      'list.focusForeground': colour('ink'),
      'list.hoverBackground': colour('accent-wash'),
      'list.highlightForeground': colour('accent-text'),
      'list.focusHighlightForeground': colour('accent-text'),
      'editorLightBulb.foreground': colour('ink-2'),
      'editorLightBulbAutoFix.foreground': colour('ink-2'),
      focusBorder: colour('accent'),
      'textLink.foreground': colour('accent-text'),
      'scrollbarSlider.background': `${colour('line-2')}b3`,
      'scrollbarSlider.hoverBackground': colour('line-2'),
      'scrollbarSlider.activeBackground': colour('control'),
      'editorOverviewRuler.border': '#00000000',
      'scrollbar.shadow': '#00000000',
      'editorGutter.foldingControlForeground': colour('ink-3'),
    },
  })
  monaco.editor.setTheme(THEME)
  colours.dispose()
}

/** Reads custom properties as `#rrggbb`, however the style sheet writes them: only a used colour has one notation. */
function colourReader(page: Element) {
  const probe = page.appendChild(document.createElement('span'))
  // Where colours are forced the properties name the reader's own; the text of a probe would be forced to one of them.
  probe.style.setProperty('forced-color-adjust', 'none')
  const read = (name: string) => {
    probe.style.color = `var(--${name}, currentcolor)`
    const parts = getComputedStyle(probe).color.match(/\d+/g) ?? []
    const hex = parts.slice(0, 3).map(part => Number(part).toString(16).padStart(2, '0'))
    return `#${hex.join('')}`
  }
  return { read, dispose: () => probe.remove() }
}
