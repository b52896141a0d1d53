/**
 * Measures the page in a real browser. Builds once. `npm run bench:browser -- lesson map` measures only these parts; `--json` gives
 * one object from name to number.
 */
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { build, preview } from 'vite'
import { LAUNCH_ARGS, environment, findBrowser } from '../find-browser.ts'
import { benchEditing } from './editing.ts'
import { benchMapping } from './mapping.ts'
import { benchPainter } from './painter.ts'
import { benchPlaying } from './playing.ts'
import { benchProblems } from './problems.ts'
import { benchStaying } from './staying.ts'
import { benchVisiting } from './visiting.ts'

const PORT = Number(process.env['E2E_PORT'] ?? '4183')
const MODE = 'e2e'

type Part = (page: Page, url: string) => Promise<Readonly<Record<string, number>>>

const PARTS: Readonly<Record<string, Part>> = {
  visit: benchVisiting,
  painter: page => benchPainter(page, PORT + 1),
  playing: benchPlaying,
  editing: benchEditing,
  problems: benchProblems,
  map: benchMapping,
  staying: benchStaying,
}

/** What each number means and should be. Where it does not say by the wall clock, time is that of the CPU. */
const MEANINGS: Readonly<Record<string, string>> = {
  'visit.particles.ms': 'ms from a visit to particles that travel, wall, aim 2,000 or less',
  'particles2000.ms': 'ms of the main thread to paint a frame of 2,000 particles itself',
  'particles2000.elsewhere.ms': 'ms of the main thread where a worker paints, as stamps',
  'particles2000.elsewhere.worker.ms': 'ms of that worker, mean',
  'particles2000.fine.ms': 'ms on a screen of twice as many pixels each way',
  'particles100000.ms': 'ms of 100,000, aim 8 or less',
  'particles100000.elsewhere.worker.ms': 'ms, mean, aim 8 or less',
  'lesson.frame.ms': 'ms of the main thread for a frame while the first example plays',
  'lesson.frame.p95.ms': 'ms, aim 16 or less',
  'lesson.interval.ms': 'ms from frame to frame, wall: the display’s rate, 16.7',
  'crowd.marks': 'marks on the stage, of 2,250 requests a second',
  'crowd.frame.ms': 'ms of the main thread for a frame of so many',
  'crowd.frame.p95.ms': 'ms, aim 16 or less',
  'crowd.inWorker': 'where particles are painted: 1 in a worker, 0 on the main thread',
  'crowd.workers.ms': 'ms of all workers for a frame, the painter’s and the engine’s',
  'edit.frames': 'frames from the answer to the new picture, at most, aim 1',
  'edit.ms': 'ms from the key to the new picture, wall, median',
  'edit.workers.ms': 'ms of the workers for each key',
  'edit.main.ms': 'ms of the main thread for each key, all that plays meanwhile included',
  'problems.lesson.shown.ms': 'ms from a key to the problem that it makes, wall, aim 100 or less',
  'problems.docs2000.shown.ms': 'ms in 2,000 documents, wall, aim 500 or less',
  'problems.docs2000.workers.ms': 'ms of the workers for each key there',
  'map.opening.workers.ms': 'ms of the workers from the paste of 500 Services to their map',
  'map.opening.main.ms': 'ms of the main thread',
  'map.all.pan.frame.ms': 'ms of the main thread for a frame, the map of all dragged',
  'map.all.pan.frame.p95.ms': 'ms, aim 16 or less',
  'map.all.zoom.frame.p95.ms': 'ms, zoomed, aim 16 or less',
  'map.namespace.pan.frame.p95.ms': 'ms, the 50 services of a namespace dragged, aim 16 or less',
  'map.namespace.zoom.frame.p95.ms': 'ms, zoomed, aim 16 or less',
  'hidden.frames': 'frames in 5 s of a page that nobody sees, aim 0',
  'hidden.work.ms': 'ms of all threads of the page in these 5 s, aim 0',
  'play10min.heapGrowth.bytes': 'bytes from minute 2 to minute 10 of play, after a collection',
  'play10min.nodes.growth': 'nodes of the page in that time',
}

const args = process.argv.slice(2)
const asked = args.filter(each => each !== '--json')
const unknown = asked.filter(each => !(each in PARTS))
if (unknown.length > 0) {
  process.stderr.write(`No part ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}.\n`)
  process.exit(2)
}

await build({ mode: MODE, logLevel: 'error' })
const server = await preview({
  mode: MODE,
  logLevel: 'error',
  preview: { port: PORT, strictPort: true, host: '127.0.0.1' },
})
const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: environment(found),
  args: LAUNCH_ARGS,
})
const results: Record<string, number> = {}
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  // What tsx puts around functions.
  await context.addInitScript('globalThis.__name = one => one')
  const measured = await part(await context.newPage(), `http://127.0.0.1:${String(PORT)}/`)
  Object.assign(results, measured)
  if (!args.includes('--json')) process.stdout.write(Object.entries(measured).map(toLine).join(''))
  await context.close()
}
if (args.includes('--json')) process.stdout.write(`${JSON.stringify(results)}\n`)
await browser.close()
await server.close()

function toLine([name, value]: readonly [string, number]): string {
  const rounded = value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })
  return `${name.padEnd(34)}${rounded.padStart(12)}  ${MEANINGS[name] ?? (name.endsWith('.ms') ? 'ms' : '')}\n`
}
