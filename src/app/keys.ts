import { keysWhilePresenting } from './presenter-keys.ts'

/** Everything that a key can do. */
export interface Actions {
  readonly playPause: () => void
  /** To the next or previous event: a request that lands. */
  readonly step: (by: 1 | -1) => void
  readonly seekBy: (ms: number) => void
  readonly toStart: () => void
  readonly nextRequest: (by: 1 | -1) => void
  readonly traceLoss: () => void
  readonly fit: () => void
  readonly zoom: (by: 1 | -1) => void
  readonly togglePods: () => void
  /** The picture as tables, or again as a picture. */
  readonly toggleTable: () => void
  /** Asks as what the picture is to be saved. */
  readonly showExport: () => void
  readonly toggleMap: () => void
  /** A service, by its name. */
  readonly search: () => void
  readonly showTab: (index: number) => void
  readonly toggleEditor: () => void
  readonly toggleInspector: () => void
  readonly nextProblem: (by: 1 | -1) => void
  readonly fixProblem: () => void
  /** Of the text; `again` for what was undone. */
  readonly undo: (again: boolean) => void
  /** For the rule that is pointed at, by the cursor in its lines or on the picture. */
  readonly reachHere: () => void
  readonly showShare: () => void
  readonly showPalette: () => void
  /** Of the state as it is now. */
  readonly copyLink: () => Promise<void>
  readonly showKeys: () => void
  readonly showFidelity: () => void
  readonly showProblems: () => void
  readonly escape: () => void
  readonly present: () => void
  readonly isPresenting: () => boolean
  readonly leavePresentation: () => void
  /** To the next or previous step of the presentation. */
  readonly goToStep: (by: 1 | -1) => void
  readonly goToEnd: (last: boolean) => void
  readonly restartStep: () => void
  readonly toggleBlank: () => void
  readonly toggleLines: () => void
  readonly toggleNotes: () => void
  readonly togglePointer: (pointer: 'laser' | 'spotlight') => void
  readonly toggleFullScreen: () => void
}

export interface Key {
  readonly keys: string
  readonly act: string
  readonly on: (event: KeyboardEvent) => boolean
  /** Works inside text fields too. */
  readonly everywhere?: boolean
  readonly run: (actions: Actions) => void
}

export const plain = (key: string) => (event: KeyboardEvent) =>
  event.key === key && !event.ctrlKey && !event.metaKey && !event.altKey

const isUndo = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.altKey

export const KEYS: readonly Key[] = [
  {
    keys: 'Ctrl K',
    act: 'everything by its name',
    on: event =>
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey,
    everywhere: true,
    run: a => {
      a.showPalette()
    },
  },
  {
    keys: 'Space',
    act: 'play, pause',
    on: plain(' '),
    run: a => {
      a.playPause()
    },
  },
  {
    keys: '.',
    act: 'one event forward',
    on: plain('.'),
    run: a => {
      a.step(1)
    },
  },
  {
    keys: ',',
    act: 'one event back',
    on: plain(','),
    run: a => {
      a.step(-1)
    },
  },
  {
    keys: '>',
    act: 'one second forward',
    on: plain('>'),
    run: a => {
      a.seekBy(1000)
    },
  },
  {
    keys: '<',
    act: 'one second back',
    on: plain('<'),
    run: a => {
      a.seekBy(-1000)
    },
  },
  {
    keys: 'r',
    act: 'run again from the start',
    on: plain('r'),
    run: a => {
      a.toStart()
    },
  },
  {
    keys: ']',
    act: 'next request',
    on: plain(']'),
    run: a => {
      a.nextRequest(1)
    },
  },
  {
    keys: '[',
    act: 'previous request',
    on: plain('['),
    run: a => {
      a.nextRequest(-1)
    },
  },
  {
    keys: 't',
    act: 'trace the latest loss',
    on: plain('t'),
    run: a => {
      a.traceLoss()
    },
  },
  {
    keys: 'f',
    act: 'fit the picture',
    on: plain('f'),
    run: a => {
      a.fit()
    },
  },
  {
    keys: '+',
    act: 'zoom in',
    on: event => plain('+')(event) || plain('=')(event),
    run: a => {
      a.zoom(1)
    },
  },
  {
    keys: '-',
    act: 'zoom out',
    on: plain('-'),
    run: a => {
      a.zoom(-1)
    },
  },
  {
    keys: 'o',
    act: 'pods large or small',
    on: plain('o'),
    run: a => {
      a.togglePods()
    },
  },
  {
    keys: 'v',
    act: 'the picture as tables, and back',
    on: plain('v'),
    run: a => {
      a.toggleTable()
    },
  },
  {
    keys: 'x',
    act: 'save or print the picture',
    on: plain('x'),
    run: a => {
      a.showExport()
    },
  },
  {
    keys: 'm',
    act: 'map of the whole mesh',
    on: plain('m'),
    run: a => {
      a.toggleMap()
    },
  },
  {
    keys: '/',
    act: 'find a service on the map',
    on: plain('/'),
    run: a => {
      a.search()
    },
  },
  ...['Trace', 'Traffic', 'Metrics', 'Proxy', 'Problems'].map((tab, index): Key => {
    const key = String(index + 1)
    return {
      keys: key,
      act: `the ${tab} tab`,
      on: plain(key),
      run: a => {
        a.showTab(index)
      },
    }
  }),
  {
    keys: 'e',
    act: 'editor on or off',
    on: plain('e'),
    run: a => {
      a.toggleEditor()
    },
  },
  {
    keys: 'i',
    act: 'inspector on or off',
    on: plain('i'),
    run: a => {
      a.toggleInspector()
    },
  },
  {
    keys: 'F8',
    act: 'next problem',
    on: event => event.key === 'F8' && !event.shiftKey,
    everywhere: true,
    run: a => {
      a.nextProblem(1)
    },
  },
  {
    keys: 'Shift F8',
    act: 'previous problem',
    on: event => event.key === 'F8' && event.shiftKey,
    everywhere: true,
    run: a => {
      a.nextProblem(-1)
    },
  },
  {
    keys: 'Ctrl Z',
    act: 'undo the last change of the text',
    on: event => isUndo(event) && !event.shiftKey,
    run: a => {
      a.undo(false)
    },
  },
  {
    keys: 'Ctrl Shift Z',
    act: 'do again what was undone',
    on: event => isUndo(event) && event.shiftKey,
    run: a => {
      a.undo(true)
    },
  },
  {
    keys: 'Ctrl .',
    act: 'repair the first problem that can be',
    on: event => event.key === '.' && (event.ctrlKey || event.metaKey),
    everywhere: true,
    run: a => {
      a.fixProblem()
    },
  },
  {
    keys: 'Ctrl Enter',
    act: 'find a request for the rule at the cursor',
    on: event => event.key === 'Enter' && (event.ctrlKey || event.metaKey),
    everywhere: true,
    run: a => {
      a.reachHere()
    },
  },
  {
    keys: 'L',
    act: 'what is modelled, simplified, absent',
    on: event => plain('l')(event) || plain('L')(event),
    run: a => {
      a.showFidelity()
    },
  },
  {
    keys: 'h',
    act: 'what every problem means',
    on: plain('h'),
    run: a => {
      a.showProblems()
    },
  },
  {
    keys: 'p',
    act: 'present, step by step',
    on: plain('p'),
    run: a => {
      a.present()
    },
  },
  {
    keys: 's',
    act: 'share',
    on: plain('s'),
    run: a => {
      a.showShare()
    },
  },
  {
    keys: 'Ctrl S',
    act: 'copy the link',
    on: event =>
      event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey,
    everywhere: true,
    run: a => {
      void a.copyLink()
    },
  },
  {
    keys: '?',
    act: 'this table',
    on: plain('?'),
    run: a => {
      a.showKeys()
    },
  },
  {
    keys: 'Esc',
    act: 'let go of what is in focus',
    on: plain('Escape'),
    run: a => {
      a.escape()
    },
  },
]

/** What the parts of the picture do themselves. */
const ON_STAGE = [
  { keys: '↑ ↓', act: 'on the picture: through its parts' },
  { keys: '→ ←', act: 'into a card and out of it; along the traffic and back' },
  { keys: 'Enter', act: 'on a pod, a workload or a subset: break or heal it' },
]

export const KEY_ROWS = [...KEYS.map(({ keys, act }) => ({ keys, act })), ...ON_STAGE]

/** What keys do in the text; Monaco listens to them. */
export const EDITOR_KEY_ROWS = [
  { keys: 'Ctrl Space', act: 'what can stand here' },
  { keys: 'Ctrl I', act: 'what it means' },
  { keys: 'F12', act: 'where it is defined; there, its pods' },
  { keys: 'Shift F12', act: 'all places that name it' },
  { keys: 'F2', act: 'another name for it, everywhere' },
  { keys: 'Ctrl Shift O', act: 'outline' },
  { keys: 'Shift Alt F', act: 'straighten the layout' },
]

/** Where letters are text. Monaco types into a plain element that only its role tells from others. */
const isTextField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.role === 'textbox' || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Space on a focused control presses the control. */
const pressesControl = (event: KeyboardEvent) =>
  event.key === ' ' && event.target instanceof HTMLElement && event.target.closest('button, [role=tab], a') !== null

/** Listens for what is pasted beside every text field, also before the editor is there. */
export function listenToPaste(pasteOver: (text: string) => void): void {
  document.addEventListener('paste', event => {
    if (event.defaultPrevented || isTextField(event.target) || document.querySelector('dialog[open]')) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.trim() !== '') pasteOver(text)
  })
}

/** A clicker turns the page whatever has the focus. */
const turns = (event: KeyboardEvent): 1 | -1 | undefined =>
  event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : undefined

/** Listens to keys as long as the page lives; single letters do nothing inside text fields and dialogs. */
export function listenToKeys(actions: Actions): void {
  document.addEventListener(
    'keydown',
    event => {
      const by = turns(event)
      if (by === undefined || !actions.isPresenting() || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      actions.goToStep(by)
    },
    { capture: true },
  )
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || pressesControl(event) || document.querySelector('dialog[open]')) return
    const typing = isTextField(event.target)
    const keys = actions.isPresenting() ? keysWhilePresenting(KEYS) : KEYS
    const key = keys.find(one => (!typing || one.everywhere === true) && one.on(event))
    if (!key) return
    event.preventDefault()
    key.run(actions)
  })
}
