/** What a stretch of YAML is, as far as its colour goes. */
type TokenKind = 'key' | 'value' | 'number' | 'punctuation' | 'comment' | 'space'

export interface Token {
  readonly start: number
  readonly kind: TokenKind
}

/** What a line must know of the lines above it. */
export interface LineState {
  /** Inside a `|` or `>` text: the indent of the line that began it, else -1. */
  readonly blockIndent: number
  /** The quote that a text over several lines waits for, else empty. */
  readonly quote: '' | '"' | "'"
  /** Open `{` and `[`. */
  readonly flowDepth: number
}

export const START: LineState = { blockIndent: -1, quote: '', flowDepth: 0 }

/** Longer lines (an embedded certificate, a minified JSON) get one colour. */
const LONGEST_LINE = 5000
const NUMBER = /^[-+]?\d[\d_]*(\.\d*)?([eE][-+]?\d+)?$/
const DOCUMENT_MARK = /^(---|\.\.\.)(?=\s|$)/
const BLOCK_HEADER = /^[|>][-+0-9]*(?=\s*($|#))/

/** Colours one line; the last token reaches to its end. Both the text before Monaco and Monaco itself are coloured by it. */
export function highlightLine(line: string, state: LineState): { readonly tokens: Token[]; readonly state: LineState } {
  if (state.blockIndent >= 0) {
    const indent = line.search(/\S/)
    if (indent < 0 || indent > state.blockIndent) return { tokens: [{ start: 0, kind: 'value' }], state }
  }
  if (line.length > LONGEST_LINE) return { tokens: [{ start: 0, kind: 'value' }], state: START }
  return new LineReader(line, state).read()
}

class LineReader {
  private readonly tokens: Token[] = []
  private at = 0
  private quote: LineState['quote']
  private flowDepth: number
  private blockIndent = -1
  /** Column of the key or dash that a block text on this line belongs to. */
  private indent = 0
  private readonly line: string

  constructor(line: string, state: LineState) {
    this.line = line
    this.quote = state.quote
    this.flowDepth = state.flowDepth
  }

  read() {
    if (this.quote === '' && this.readWholeLine()) return this.result()
    if (this.quote !== '') this.readQuoted(this.quote, this.at)
    while (this.at < this.line.length) this.readNext()
    return this.result()
  }

  private result() {
    const { quote, flowDepth, blockIndent } = this
    const unchanged = quote === '' && flowDepth === 0 && blockIndent < 0
    return { tokens: this.tokens, state: unchanged ? START : { quote, flowDepth, blockIndent } }
  }

  private readWholeLine(): boolean {
    const mark = DOCUMENT_MARK.exec(this.line)
    if (mark) {
      this.flowDepth = 0
      this.push('punctuation', mark[0].length)
      return false
    }
    if (!this.line.startsWith('%')) return false
    this.push('comment', this.line.length)
    return true
  }

  private readNext() {
    const rest = this.line.slice(this.at)
    const char = rest.charAt(0)
    const space = /^\s+/.exec(rest)
    if (space) this.push('space', space[0].length)
    else if (char === '#' && /^\s?$/.test(this.line.charAt(this.at - 1))) this.push('comment', rest.length)
    else if (/^[-?](?=\s|$)/.test(rest)) this.readDash()
    else if (char === ':' && (this.tokens.at(-1)?.kind === 'key' || /^:(?=[\s,\]}]|$)/.test(rest)))
      this.push('punctuation', 1)
    else if ('{['.includes(char)) this.readBracket(1)
    else if ('}]'.includes(char) && this.flowDepth > 0) this.readBracket(-1)
    else if (char === ',' && this.flowDepth > 0) this.push('punctuation', 1)
    else if (char === '"' || char === "'") this.readQuoted(char, this.at + 1)
    else if (this.flowDepth === 0 && BLOCK_HEADER.test(rest)) this.readBlockHeader(rest)
    else this.readPlain(rest)
  }

  private push(kind: TokenKind, length: number) {
    this.tokens.push({ start: this.at, kind })
    this.at += length
  }

  private readDash() {
    this.indent = this.at
    this.push('punctuation', 1)
  }

  private readBracket(step: 1 | -1) {
    this.flowDepth += step
    this.push('punctuation', 1)
  }

  private readBlockHeader(rest: string) {
    this.blockIndent = this.indent
    this.push('punctuation', BLOCK_HEADER.exec(rest)?.[0].length ?? 1)
  }

  private readQuoted(quote: '"' | "'", from: number) {
    let end = from
    for (; end < this.line.length && this.line[end] !== quote; end++) {
      if (quote === '"' && this.line[end] === '\\') end++
    }
    this.quote = end >= this.line.length ? quote : ''
    this.pushScalar(Math.min(end + 1, this.line.length), 'value')
  }

  private readPlain(rest: string) {
    const stop = this.flowDepth > 0 ? /:(?=[\s,\]}]|$)|\s+#|[,[\]{}]/ : /:(?=\s|$)|\s+#/
    const found = rest.search(stop)
    const text = (found < 0 ? rest : rest.slice(0, found)).trimEnd()
    const length = Math.max(text.length, 1)
    this.pushScalar(this.at + length, NUMBER.test(text) ? 'number' : 'value')
  }

  /** A scalar is a key when a colon follows it. */
  private pushScalar(end: number, kind: TokenKind) {
    const after = this.line.slice(end)
    const colon = this.flowDepth > 0 ? /^\s*:/ : /^\s*:(?=\s|$)/
    const isKey = this.quote === '' && colon.test(after)
    if (isKey && this.flowDepth === 0) this.indent = this.at
    this.push(isKey ? 'key' : kind, end - this.at)
  }
}
