import { createPipeline, planRun } from '../core/pipeline/index.ts'
import { simulate } from '../core/simulate/index.ts'
import type { RequestRecord } from '../core/simulate/index.ts'
import { locateDiagnostics } from './locate.ts'
import type { Measured } from './protocol.ts'

/** So long requests are sent, and so much longer they have for their end. */
const SENT_MS = 20_000
const SETTLE_MS = 10_000

/** What a text comes to, apart from the one in the editor: its problems, and its own traffic's answers by how many got them. */
export function measure(text: string): Measured {
  const world = createPipeline().run(text)
  const { routerFor, changes } = planRun(world, [...new Set(world.traffic.clients.map(({ proxy }) => proxy))])
  const pods = world.scenario?.pods
  const input = { traffic: world.traffic, routerFor, ...(changes && { changes }), ...(pods && { pods }) }
  const { requests } = simulate(input, SENT_MS + SETTLE_MS)
  const counts = new Map<string, number>()
  const sent = requests.filter(({ atMs }) => atMs < SENT_MS)
  for (const record of sent) counts.set(answerOf(record), (counts.get(answerOf(record)) ?? 0) + 1)
  return {
    problems: locateDiagnostics(world, undefined).map(({ code, tool = [], title, line }) => ({
      codes: [...new Set([code, ...tool.map(statement => statement.code)])],
      title,
      line,
    })),
    sent: sent.length,
    answers: [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([words, count]) => ({ words, count })),
  }
}

/** `503 NC`, `200 from reviews-v2`. */
function answerOf({ decision }: RequestRecord): string {
  if (!decision) return 'no answer yet'
  const { status, flags, endpoint } = decision
  const said = [status === 0 ? 'no answer' : String(status), ...(flags === '-' ? [] : [flags])].join(' ')
  return endpoint && status > 0 && status < 500 ? `${said} from ${endpoint.workload}` : said
}
