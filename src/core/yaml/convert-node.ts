import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { TextRange } from '../base/text-range.ts'
import type { Finding } from './finding.ts'
import { quoted } from './slips/needs-quotes.ts'
import { MAX_DEPTH, MAX_EXPANDED } from './limits.ts'
import { isSurprising, resolvePlain } from './plain-scalar.ts'
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yaml-node.ts'

interface Converted {
  readonly node: YamlNode
  /** How many values it has once aliases are followed. */
  readonly size: number
}

/** Turns the parser's tree, whose offsets count from `base`, into ours; aliases and merge keys are resolved on the way. */
export function convertTree(contents: Node, text: string, base: number, report: (finding: Finding) => void): YamlNode {
  return new Conversion(text, base, report).convert(contents, 0).node
}

class Conversion {
  readonly #anchors = new Map<string, Converted | 'open'>()
  #expanded = 0
  readonly text: string
  readonly base: number
  readonly report: (finding: Finding) => void

  constructor(text: string, base: number, report: (finding: Finding) => void) {
    this.text = text
    this.base = base
    this.report = report
  }

  convert(node: Node | null | undefined, at: number, depth = 0): Converted {
    if (isAlias(node)) return this.#alias(node.source, this.#rangeOf(node, at))
    if (depth > MAX_DEPTH) return this.#refuse(this.#rangeOf(node, at), 'This is nested too deep to be read', DEEP)
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined
    if (anchor !== undefined) this.#anchors.set(anchor, 'open')
    const converted = isMap(node)
      ? this.#map(node, at, depth)
      : isSeq(node)
        ? this.#list(node, at, depth)
        : { node: this.#scalar(isScalar(node) ? node : undefined, at), size: 1 }
    if (anchor !== undefined) this.#anchors.set(anchor, converted)
    return converted
  }

  #map(map: YAMLMap, at: number, depth: number): Converted {
    const start = this.#rangeOf(map, at).start
    const entries = new Map<string, YamlEntry>()
    const merged = new Map<string, YamlEntry>()
    let size = 1
    let end = start
    for (const pair of map.items as Pair<Node | null, Node | null>[]) {
      const keyRange = this.#rangeOf(pair.key, end)
      const { node: value, size: inside } = this.convert(pair.value, keyRange.end, depth + 1)
      size += inside
      end = Math.max(keyRange.end, value.range.end)
      if (isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.source === '<<') {
        this.#merge(value, merged)
        continue
      }
      const key = this.#key(pair.key, keyRange)
      if (key === undefined) continue
      if (entries.has(key)) this.#duplicate(key, keyRange)
      entries.delete(key)
      entries.set(key, { key, keyRange, value })
    }
    for (const [key, entry] of merged) if (!entries.has(key)) entries.set(key, entry)
    const range = { start, end: map.flow ? this.#rangeOf(map, at).end : end }
    return { node: { kind: 'map', range, entries: [...entries.values()] } satisfies YamlMap, size }
  }

  #list(list: YAMLSeq, at: number, depth: number): Converted {
    const whole = this.#rangeOf(list, at)
    const items: YamlNode[] = []
    let size = 1
    let end = whole.start
    for (const item of list.items as (Node | Pair<Node | null, Node | null>)[]) {
      const { node, size: inside } = this.convert(isPair(item) ? item.value : item, end, depth + 1)
      items.push(node)
      size += inside
      end = Math.max(end, node.range.end)
    }
    const range = {
      start: whole.start,
      end: list.flow ? whole.end : Math.max(end, Math.min(whole.start + 1, this.text.length)),
    }
    return { node: { kind: 'list', range, items } satisfies YamlList, size }
  }

  #scalar(scalar: Scalar | undefined, at: number): YamlScalar {
    const range = this.#rangeOf(scalar, at)
    const source = scalar?.source ?? ''
    if (scalar === undefined) return { kind: 'scalar', range, value: null }
    const typed = scalar.tag !== undefined && /^tag:yaml\.org,2002:(int|float|bool|null)$/.test(scalar.tag)
    if (!typed && (scalar.type !== 'PLAIN' || scalar.tag !== undefined)) return { kind: 'scalar', range, value: source }
    if (scalar.type === 'PLAIN') this.#surprise(source, range)
    return { kind: 'scalar', range, value: resolvePlain(source) }
  }

  #alias(name: string, range: TextRange): Converted {
    const target = this.#anchors.get(name)
    if (target === undefined && /^(\.|$)/.test(name)) {
      // `*.example.com`, or all hosts: nobody names an anchor so.
      this.report({ severity: 'error', ...quoted(`*${name}`, range.start) })
      return { node: { kind: 'scalar', range, value: null }, size: 1 }
    }
    if (target === undefined)
      return this.#refuse(
        range,
        `No anchor &${cut(name)} stands above this alias`,
        'An alias repeats a value that an anchor marks further up.',
      )
    if (target === 'open')
      return this.#refuse(
        range,
        `The alias *${cut(name)} stands inside its own anchor`,
        'The value would contain itself.',
      )
    this.#expanded += target.size
    if (this.#expanded > MAX_EXPANDED) {
      return this.#refuse(
        range,
        'The aliases here stand for too many values',
        'Each alias repeats aliases; Kubernetes refuses such a document too.',
      )
    }
    return { node: { ...target.node, range }, size: target.size }
  }

  #merge(value: YamlNode, into: Map<string, YamlEntry>): void {
    for (const source of value.kind === 'list' ? value.items : [value]) {
      if (source.kind === 'map') {
        for (const entry of source.entries) if (!into.has(entry.key)) into.set(entry.key, entry)
      } else
        this.#problem(value.range, '<< needs a map to merge', 'Point it at an anchor on a map, or at a list of such.')
    }
  }

  #key(key: Node | null, range: TextRange): string | undefined {
    if (isAlias(key)) {
      const target = this.#anchors.get(key.source)
      if (typeof target === 'object' && target.node.kind === 'scalar') return String(target.node.value)
    } else if (key === null || isScalar(key)) {
      const value = this.#scalar(key ?? undefined, range.start).value
      if (value !== null) return String(value)
    }
    this.#problem(range, 'Kubernetes cannot use this as a key', 'Keys are text.')
    return undefined
  }

  #duplicate(key: string, range: TextRange): void {
    this.#problem(
      range,
      `The key ${cut(key)} stands here twice`,
      'kubectl refuses this. Here the last one counts.',
      true,
    )
  }

  #surprise(source: string, range: TextRange): void {
    const surprise = isSurprising(source)
    if (!surprise) return
    const read = String(resolvePlain(source))
    const edit = { range, text: `"${source}"` }
    this.report({
      severity: 'warning',
      title: `Kubernetes reads ${source} as ${read}`,
      detail: `Unquoted, ${source} is ${surprise === 'octal' ? 'an octal number' : 'a boolean'} in YAML 1.1. Quote it if you mean the text.`,
      range,
      fix: { title: `Quote ${source}`, edits: [edit] },
    })
  }

  #refuse(range: TextRange, title: string, detail: string): Converted {
    this.#problem(range, title, detail)
    return { node: { kind: 'scalar', range, value: null }, size: 1 }
  }

  #problem(range: TextRange, title: string, detail: string, harmless = false): void {
    this.report({ severity: 'error', title, detail, range, ...(harmless && { harmless }) })
  }

  #rangeOf(node: Node | null | undefined, at: number): TextRange {
    if (!node?.range) return { start: at, end: at }
    const start = Math.min(node.range[0] - this.base, this.text.length)
    const end = Math.min(node.range[1] - this.base, this.text.length)
    return { start, end: isScalar(node) ? this.#trimEnd(start, end) : end }
  }

  #trimEnd(start: number, end: number): number {
    let to = end
    while (to > start && /\s/.test(this.text[to - 1] ?? '')) to--
    return to
  }
}

const DEEP = 'Kubernetes resources are a dozen levels deep at most.'
const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
