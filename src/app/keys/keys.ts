import { everywhere, held, key, letter, plain, pressed } from './key.ts'
import type { Key } from './key.ts'

const TABS = ['Trace', 'Traffic', 'Metrics', 'Proxy', 'Problems']

/** The page's keys, in the order in which they are listed. */
export const KEYS: readonly Key[] = [
  everywhere(key('Ctrl K', 'everything by its name', held('k', false), 'showPalette')),
  key('Space', 'play, pause', plain(' '), 'playPause'),
  letter('.', 'one event forward', 'step', 1),
  letter(',', 'one event back', 'step', -1),
  letter('>', 'one second forward', 'seekBy', 1000),
  letter('<', 'one second back', 'seekBy', -1000),
  letter('r', 'run again from the start', 'toStart'),
  letter(']', 'next request', 'nextRequest', 1),
  letter('[', 'previous request', 'nextRequest', -1),
  letter('t', 'trace the latest loss', 'traceLoss'),
  letter('f', 'fit the picture', 'fit'),
  key('+', 'zoom in', plain('+', '='), 'zoom', 1),
  letter('-', 'zoom out', 'zoom', -1),
  letter('o', 'pods large or small', 'togglePods'),
  letter('v', 'the picture or the map as tables, and back', 'toggleTable'),
  letter('x', 'save or print the picture', 'showExport'),
  letter('m', 'map of the whole mesh', 'toggleMap'),
  letter('/', 'find a service on the map', 'search'),
  ...TABS.map((tab, index) => letter(String(index + 1), `the ${tab} tab`, 'showTab', index)),
  letter('e', 'editor on or off', 'toggleEditor'),
  letter('i', 'inspector on or off', 'toggleInspector'),
  everywhere(key('F8', 'next problem', pressed('F8', false), 'nextProblem', 1)),
  everywhere(key('Shift F8', 'previous problem', pressed('F8', true), 'nextProblem', -1)),
  key('Ctrl Z', 'undo the last change of the text', held('z', false), 'undo', false),
  key('Ctrl Shift Z', 'do again what was undone', held('z', true), 'undo', true),
  everywhere(key('Ctrl .', 'repair the first problem that can be', held('.'), 'fixProblem')),
  everywhere(key('Ctrl Enter', 'find a request for the rule at the cursor', held('enter'), 'reachHere')),
  key('L', 'what is modelled, simplified, absent', plain('l', 'L'), 'showFidelity'),
  letter('h', 'what every problem means', 'showProblems'),
  letter('p', 'present, step by step', 'present'),
  letter('s', 'share', 'showShare'),
  everywhere(key('Ctrl S', 'copy the link', held('s', false), 'copyLink')),
  letter('?', 'this table', 'showKeys'),
  key('Esc', 'let go of what is in focus', plain('Escape'), 'escape'),
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
