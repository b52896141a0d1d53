import type { TextEdit } from '../core/base/text-range.ts'
import type { LanguageService } from '../core/language/index.ts'
import type { MeshMap, Metrics, PoolFilm, ProxySection, Span } from '../scene/index.ts'
import { createLanguageClient } from './language-client.ts'
import type {
  Answer,
  Breaks,
  Change,
  Explanation,
  KnownLog,
  LocatedDiagnostic,
  LongerLog,
  Message,
  Measured,
  Picture,
  ProxyConfig,
  Question,
  Repair,
  RowReach,
  RowUse,
  RunBefore,
} from './protocol.ts'

interface RunInput extends Change {
  readonly shownMs?: number
  readonly untilMs: number
  readonly nowMs: number
  readonly before: RunBefore | undefined
}

/** Hears what is wrong with a long text before its picture is there. */
type OnProblems = (problems: readonly LocatedDiagnostic[]) => void

/** Of a text of so many characters simulating and drawing take as long as reading it. */
const LONG = 100_000

/** The engine as the page sees it. A `run` that a newer one overtook resolves to undefined. */
export interface Engine {
  readonly run: (input: RunInput, onProblems?: OnProblems) => Promise<Picture | undefined>
  /** The log of the last `run` up to a later moment, as far as it is not known. */
  readonly extend: (untilMs: number, known: KnownLog) => Promise<LongerLog | undefined>
  readonly explain: (number: number) => Promise<Explanation | undefined>
  readonly repairs: (number: number) => Promise<readonly Repair[]>
  readonly reach: (row: string, atMs: number) => Promise<RowReach | undefined>
  readonly metrics: (span: Span) => Promise<Metrics | undefined>
  readonly pools: (span: Span) => Promise<PoolFilm | undefined>
  readonly writeAssumed: () => Promise<readonly TextEdit[]>
  /** Of a text that need not be the one of the last run. */
  readonly measure: (text: string) => Promise<Measured | undefined>
  /** What can be done to something on the stage; undefined: nothing. */
  readonly breaks: (target: string, nowMs: number) => Promise<Breaks | undefined>
  readonly proxyConfig: (section: ProxySection, filter: string) => Promise<ProxyConfig | undefined>
  readonly proxyUses: () => Promise<readonly RowUse[]>
  /** Who calls whom in the last text that could be read. */
  readonly meshMap: () => Promise<MeshMap | undefined>
  /** About texts that are being written. */
  readonly language: LanguageService
  /** Without a row: the whole section. */
  readonly proxyJson: (section: ProxySection, row: string | undefined) => Promise<string>
}

type Body = Question extends infer One ? (One extends Question ? Omit<One, 'id'> : never) : never

/** Talks to the engine's worker. Texts that arrive while one is computed wait, and only the newest of them is sent. */
export function createEngine(worker: Worker, onFailure: (message: string) => void): Engine {
  let lastId = 0
  let running = false
  /** How many texts have been sent to be run. */
  let begun = 0
  /** The question for the picture of a long text. */
  let drawing: number | undefined
  let waiting:
    { start: () => Promise<Picture | undefined>; resolve: (picture: Picture | undefined) => void } | undefined
  const pending = new Map<number, (answer: Answer) => void>()

  const ask = (body: Body) =>
    new Promise<Answer>(resolve => {
      const id = ++lastId
      pending.set(id, resolve)
      worker.postMessage({ ...body, id } satisfies Question)
    })

  worker.addEventListener('message', (event: MessageEvent<Answer>) => {
    const answer = event.data
    if (answer.kind === 'failed') onFailure(answer.message)
    pending.get(answer.id)?.(answer)
    pending.delete(answer.id)
  })
  worker.addEventListener('error', event => {
    onFailure(event.message)
  })

  const run: Engine['run'] = async (input, onProblems) => {
    if (running && drawing === undefined) {
      waiting?.resolve(undefined)
      return new Promise(resolve => {
        waiting = { start: () => run(input, onProblems), resolve }
      })
    }
    // A picture that is under way for a long text is left off: nobody waits for it any more.
    if (drawing !== undefined) worker.postMessage({ kind: 'stop', run: drawing } satisfies Message)
    drawing = undefined
    running = true
    const own = ++begun
    const { text, opened, typing, proxy, traffic } = input
    const first = text.length < LONG ? undefined : await ask({ kind: 'problems', text, opened, typing, proxy, traffic })
    if (first?.kind === 'problems') onProblems?.(first.problems)
    // What a newer text has overtaken by then need not be drawn.
    const asked = first && waiting ? undefined : ask({ kind: 'run', ...input, after: first?.id })
    if (first && asked) drawing = lastId
    const answer = await asked
    if (own < begun) return undefined
    drawing = undefined
    running = false
    const next = waiting
    waiting = undefined
    if (next) void next.start().then(next.resolve)
    return answer?.kind === 'picture' && !next ? answer.picture : undefined
  }

  return {
    run,
    extend: async (untilMs, { series, untilMs: knownMs }) => {
      const answer = await ask({ kind: 'extend', untilMs, known: { series, untilMs: knownMs } })
      return answer.kind === 'longer-log' ? answer.log : undefined
    },
    explain: async number => {
      const answer = await ask({ kind: 'explain', number })
      return answer.kind === 'explanation' ? answer.explanation : undefined
    },
    repairs: async number => {
      const answer = await ask({ kind: 'repairs', number })
      return answer.kind === 'repairs' ? answer.repairs : []
    },
    reach: async (row, atMs) => {
      const answer = await ask({ kind: 'reach', row, atMs })
      return answer.kind === 'reach' ? answer.reach : undefined
    },
    metrics: async ({ fromMs, untilMs }) => {
      const answer = await ask({ kind: 'metrics', fromMs, untilMs })
      return answer.kind === 'metrics' ? answer.metrics : undefined
    },
    pools: async ({ fromMs, untilMs }) => {
      const answer = await ask({ kind: 'pools', fromMs, untilMs })
      return answer.kind === 'pools' ? answer.pools : undefined
    },
    writeAssumed: async () => {
      const answer = await ask({ kind: 'write-assumed' })
      return answer.kind === 'edits' ? answer.edits : []
    },
    measure: async text => {
      const answer = await ask({ kind: 'measure', text })
      return answer.kind === 'measured' ? answer.measured : undefined
    },
    breaks: async (target, nowMs) => {
      const answer = await ask({ kind: 'breaks', target, nowMs })
      return answer.kind === 'breaks' ? answer.breaks : undefined
    },
    proxyConfig: async (section, filter) => {
      const answer = await ask({ kind: 'proxy-config', section, filter })
      return answer.kind === 'proxy-config' ? answer.config : undefined
    },
    proxyUses: async () => {
      const answer = await ask({ kind: 'proxy-uses' })
      return answer.kind === 'proxy-uses' ? answer.uses : []
    },
    meshMap: async () => {
      const answer = await ask({ kind: 'mesh-map' })
      return answer.kind === 'mesh-map' ? answer.map : undefined
    },
    language: createLanguageClient(async (text, question) => {
      const answer = await ask({ kind: 'language', text, ...question })
      return answer.kind === 'language' ? answer.answer : undefined
    }),
    proxyJson: async (section, row) => {
      const answer = await ask({ kind: 'proxy-json', section, row })
      return answer.kind === 'proxy-json' ? answer.text : ''
    },
  }
}
