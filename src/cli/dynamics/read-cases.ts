import { parseDuration } from '../../core/base/duration.ts'
import type { PodAnswer } from '../../core/simulate/index.ts'
import { createYamlParser } from '../../core/yaml/index.ts'
import { fieldsOf, itemsOf, textOf, toPlain } from '../plain-value.ts'
import type { Plain } from '../plain-value.ts'
import type { Flow, Membership, Phase, ServiceSketch, TimedCase, Vary } from './timed-case.ts'

/** The cases of a stream, one a document. */
export function readTimedCases(text: string): readonly TimedCase[] {
  return createYamlParser()
    .parse(text)
    .documents.flatMap(document => {
      const problem = document.diagnostics.find(({ severity }) => severity === 'error')
      if (problem) throw new Error(`the cases cannot be read: ${problem.title}`)
      return document.root ? [toCase(fieldsOf(toPlain(document.root)))] : []
    })
}

type Fields = Readonly<Record<string, Plain | undefined>>

function toCase(fields: Fields): TimedCase {
  const { name, services, config, pods, traffic, membership, later, concurrency, compare } = fields
  return {
    name: textOf(name) ?? '',
    services: Object.entries(fieldsOf(services)).map(toService),
    config: textOf(config) ?? '',
    pods: new Map(Object.entries(fieldsOf(pods)).map(([pod, phases]) => [pod, itemsOf(phases).map(toPhase)])),
    flows: itemsOf(traffic).map(flow => toFlow(fieldsOf(flow))),
    membership: itemsOf(membership).map(toMembership),
    later: itemsOf(later).map(change => {
      const { at, config: changed } = fieldsOf(change)
      return { atMs: toMs(at) ?? 0, config: textOf(changed) ?? '' }
    }),
    workers: toNumber(concurrency) ?? 1,
    compare: textOf(compare) ?? '',
  }
}

function toService([name, versions]: readonly [string, Plain | undefined]): ServiceSketch {
  const all = Object.entries(fieldsOf(versions))
  return { name, versions: all.map(([version, replicas]) => ({ name: version, replicas: toNumber(replicas) ?? 0 })) }
}

function toPhase(value: Plain): Phase {
  const { from, to, answer, sequence, latency, headers } = fieldsOf(value)
  const answers = sequence === undefined ? [answer ?? 200] : itemsOf(sequence)
  return {
    fromMs: toMs(from) ?? 0,
    toMs: toMs(to) ?? Infinity,
    answers: answers.map(toAnswer),
    latencyMs: toMs(latency) ?? 0,
    headers: new Map(Object.entries(fieldsOf(headers)).map(([key, header]) => [key, textOf(header) ?? ''])),
  }
}

/** A status, or the word for what happens instead of one. */
export function toAnswer(value: Plain): PodAnswer {
  const text = textOf(value)?.trim() ?? ''
  return /^\d+$/.test(text) ? Number(text) : (text as PodAnswer)
}

function toFlow(fields: Fields): Flow {
  const { id, from, url, method, headers, start, duration, count, patience, watch, vary } = fields
  return {
    id: textOf(id) ?? '',
    from: textOf(from) ?? '',
    url: textOf(url) ?? '',
    method: textOf(method) ?? 'GET',
    headers: Object.fromEntries(Object.entries(fieldsOf(headers)).map(([key, header]) => [key, textOf(header) ?? ''])),
    startMs: toMs(start) ?? 0,
    durationMs: toMs(duration),
    count: toNumber(count),
    load: toLoad(fields),
    patienceMs: toMs(patience),
    watchMs: toMs(watch) ?? 0,
    vary: vary === undefined ? undefined : toVary(fieldsOf(vary)),
  }
}

function toLoad({ id, rate, burst, concurrency, pause }: Fields): Flow['load'] {
  const [perSecond, size, callers] = [rate, burst, concurrency].map(toNumber)
  if (perSecond !== undefined) return { kind: 'rate', perSecond }
  if (size !== undefined) return { kind: 'burst', size }
  if (callers !== undefined) return { kind: 'loop', concurrency: callers, pauseMs: toMs(pause) ?? 0 }
  throw new Error(`the traffic ${textOf(id) ?? ''} has neither rate nor concurrency nor burst`)
}

function toVary({ in: place, name, pattern, values }: Fields): Vary {
  const given = itemsOf(values).map(value => textOf(value) ?? '')
  const form = textOf(pattern) ?? ''
  return {
    in: textOf(place) as Vary['in'],
    name: textOf(name) ?? '',
    valueOf: n => (given.length > 0 ? (given[n % given.length] ?? '') : form.replaceAll('{i}', String(n))),
  }
}

function toMembership(value: Plain): Membership {
  const { at, without, unready } = fieldsOf(value)
  const names = (list: Plain | undefined) => new Set(itemsOf(list).map(name => textOf(name) ?? ''))
  return { atMs: toMs(at) ?? 0, without: names(without), unready: names(unready) }
}

function toNumber(value: Plain | undefined): number | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : Number(text)
}

function toMs(value: Plain | undefined): number | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : parseDuration(text)
}
