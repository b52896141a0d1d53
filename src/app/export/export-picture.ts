import { flushSync } from 'react-dom'
import { embeddedFaces } from '../../render/index.ts'
import type { SheetMarkup, StillSheet } from '../../render/index.ts'
import type { PicturePart } from '../../state/index.ts'
import type { Stores } from '../../ui/stores.ts'
import { focusName } from '../../ui/mesh-map/map-words.ts'
import { seconds } from '../../ui/timeline/clock-text.ts'
import type { Reach } from '../reach.ts'
import { drawStill, printStills } from './draw-still.ts'
import { filmOf } from './film.ts'
import type { Rgb } from './film.ts'
import { drawOn, LONGEST_PX, paperFor, toPng } from './raster.ts'

export type PictureKind = 'svg' | 'png' | 'gif'

export interface Exported {
  readonly name: string
  readonly blob: Blob
}

/** A picture is kept at so many pixels to one of the page. */
const PNG_SCALE = 2
const FRAME_HUNDREDTHS = 6
const FRAMES = 67
/** Faster than this, nobody could follow a film. */
const FASTEST = 5

/** What the stage shows now as a file; undefined where it shows nothing. A GIF goes on from there for four seconds. */
export async function exportPicture(
  stores: Stores,
  reach: Reach,
  kind: PictureKind,
  onDrawn: (part: number) => void,
  signal: AbortSignal,
): Promise<Exported | undefined> {
  const still = () => stillNow(stores, reach, kind !== 'gif')
  const named = (blob: Blob) => ({ name: `${fileStem(stores)}.${kind}`, blob })
  if (kind === 'gif') {
    const frames = await framesFrom(stores, still, part => onDrawn(part / 2), signal)
    const sheets = printStills(frames)
    if (sheets.length === 0) return undefined
    const css = await embeddedFaces(frames.map(lettersOf).join(''))
    const onFilm = (drawn: number) => onDrawn(0.5 + drawn / sheets.length / 2)
    return named(await filmOf(sheets, css, coloursOf(frames), FRAME_HUNDREDTHS, onFilm, signal))
  }
  const frame = still()
  const [sheet] = frame ? printStills([frame]) : []
  if (!frame || !sheet) return undefined
  const svg = sheet.svg(await embeddedFaces(lettersOf(frame)))
  return named(kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(sheet, svg))
}

async function pngOf(sheet: SheetMarkup, svg: string): Promise<Blob> {
  const paper = paperFor(sheet, PNG_SCALE)
  await drawOn(paper, svg)
  return toPng(paper)
}

/** True where some of the picture is out of view, and all of it can be drawn in one. */
export function canBeWhole(reach: Reach): boolean {
  const whole = reach.controls()?.still()?.whole
  return whole !== undefined && Math.max(whole.width, whole.height) <= LONGEST_PX
}

/** What is on the stage at this moment, as a sheet; `counted`: with counts on its lanes, as nothing moves there. */
export function stillNow(stores: Stores, reach: Reach, counted: boolean): StillSheet | undefined {
  const { document: documentStore, map, playback, selection, view } = stores
  const { run, nowMs } = playback.getState()
  const proxy = run?.picture.proxy ?? selection.getState().proxy
  const parts = [
    documentStore.getState().fileName,
    ...(map.getState().open
      ? ['map', ...map.getState().trail.map(focusName)]
      : [`at ${seconds(nowMs(), 2)}`, ...(proxy === undefined ? [] : [`seen by ${proxy}`])]),
    'Meshscope',
  ]
  const part: PicturePart = canBeWhole(reach) ? view.getState().picturePart : 'seen'
  flushSync(() => {
    view.getState().show({ posing: { counted, whole: part === 'whole' } })
  })
  const still = reach.controls()?.still()
  const sheet = still && drawStill(still, part, parts.join(' · '))
  flushSync(() => {
    view.getState().show({ posing: undefined })
  })
  return sheet
}

/** Goes through the next seconds of the run, as fast as they can be drawn, and back to where it was. */
async function framesFrom(
  { playback, pools }: Stores,
  still: () => StillSheet | undefined,
  onDrawn: (part: number) => void,
  signal: AbortSignal,
): Promise<readonly StillSheet[]> {
  const { run, nowMs, speed, seek } = playback.getState()
  if (!run) return []
  const backMs = nowMs()
  const stepMs = FRAME_HUNDREDTHS * 10 * Math.min(speed, FASTEST)
  const { fromMs, untilMs } = run.picture.log
  const startMs = Math.max(fromMs, Math.min(backMs, untilMs - stepMs * (FRAMES - 1)))
  const frames: StillSheet[] = []
  try {
    for (let i = 0; i < FRAMES; i++) {
      const atMs = startMs + i * stepMs
      flushSync(() => {
        seek(atMs)
      })
      await until(pools, ({ film }) => !film || (film.fromMs <= atMs && atMs <= film.untilMs), signal)
      const frame = still()
      if (frame) frames.push(frame)
      onDrawn((i + 1) / FRAMES)
      await nextTurn()
      signal.throwIfAborted()
    }
  } finally {
    seek(backMs)
  }
  return frames
}

interface Listened<T> {
  readonly getState: () => T
  readonly subscribe: (listener: (state: T) => void) => () => void
}

/** Once the store says so; thrown out of it where nobody waits any more. */
function until<T>(store: Listened<T>, holds: (state: T) => boolean, signal: AbortSignal): Promise<void> {
  if (holds(store.getState())) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      stop()
      signal.removeEventListener('abort', onAbort)
      settle()
    }
    const onAbort = () => {
      end(() => {
        reject(new DOMException('Stopped', 'AbortError'))
      })
    }
    const stop = store.subscribe(state => {
      if (holds(state)) end(resolve)
    })
    signal.addEventListener('abort', onAbort)
  })
}

/** Lets the page answer to keys and the pointer meanwhile. */
const nextTurn = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })

const lettersOf = ({ picture, title, detail, caption, key, note }: StillSheet): string =>
  [...picture, title, detail, caption, ...key.map(one => one.count), note ?? ''].join('')

/** Every plain colour that is drawn with. */
function coloursOf(frames: readonly StillSheet[]): readonly Rgb[] {
  const found = new Map<string, Rgb>([['white', [255, 255, 255]]])
  for (const { picture } of frames) {
    for (const [text, red, green, blue] of picture.join('').matchAll(/rgb\((\d+), (\d+), (\d+)\)/g))
      found.set(text, [Number(red), Number(green), Number(blue)])
    for (const [text] of picture.join('').matchAll(/#[0-9a-f]{6}\b/g))
      found.set(text, [1, 3, 5].map(at => Number.parseInt(text.slice(at, at + 2), 16)) as unknown as Rgb)
  }
  return [...found.values()]
}

/** `reviews-canary-at-12.3s`, `shop-map` */
function fileStem({ document: documentStore, map, playback }: Stores): string {
  const name = documentStore
    .getState()
    .fileName.replace(/\.ya?ml$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const what = map.getState().open ? 'map' : `at-${(playback.getState().nowMs() / 1000).toFixed(1)}s`
  return `${name || 'meshscope'}-${what}`
}
