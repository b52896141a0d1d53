/** Macs write what others call Ctrl as the Command sign; a few keys differ, as theirs is taken there. */
const ON_MAC: Readonly<Record<string, string>> = {
  'Ctrl M': 'Ctrl Shift M',
  'Ctrl Space': 'Ctrl Space',
}

/** `Ctrl K` as this machine's keys are called, each for itself. */
export const capsOf = (keys: string, isMac: boolean): readonly string[] =>
  (isMac ? (ON_MAC[keys] ?? keys.replace('Ctrl', 'Command')) : keys).split(' ')

export const onMac = (): boolean => typeof navigator !== 'undefined' && /^(Mac|iPhone|iPad)/.test(navigator.platform)

/** The same where letters alone can stand, in a tooltip say. */
export const keyWords = (keys: string): string => capsOf(keys, onMac()).join(' ').replace('Command', 'Cmd')
