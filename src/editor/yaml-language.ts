import { START, highlightLine } from './highlight-yaml.ts'
import type { LineState } from './highlight-yaml.ts'
import { monaco } from './monaco.ts'

export const YAML = 'yaml'
/** The same colours without the schema service, which needs seconds for every edit of a text of this size. */
export const YAML_LARGE = 'yaml-large'
const LARGE_LENGTH = 2_000_000

export const languageFor = (length: number) => (length > LARGE_LENGTH ? YAML_LARGE : YAML)

class State implements monaco.languages.IState {
  readonly line: LineState
  constructor(line: LineState) {
    this.line = line
  }
  clone(): this {
    return this // never written to
  }
  equals(other: monaco.languages.IState): boolean {
    if (!(other instanceof State)) return false
    const { blockIndent, quote, flowDepth } = this.line
    return blockIndent === other.line.blockIndent && quote === other.line.quote && flowDepth === other.line.flowDepth
  }
}

const tokensProvider: monaco.languages.TokensProvider = {
  getInitialState: () => new State(START),
  tokenize(line, state) {
    const read = highlightLine(line, state instanceof State ? state.line : START)
    return {
      tokens: read.tokens.map(({ start, kind }) => ({ startIndex: start, scopes: kind })),
      endState: new State(read.state),
    }
  },
}

const PAIRS = [
  { open: '{', close: '}' },
  { open: '[', close: ']' },
  { open: '"', close: '"' },
  { open: "'", close: "'" },
]

const configuration: monaco.languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: PAIRS,
  surroundingPairs: PAIRS,
  folding: { offSide: true },
  onEnterRules: [{ beforeText: /:\s*$/, action: { indentAction: monaco.languages.IndentAction.Indent } }],
}

/** Registers both languages once; after `startYamlService`, whose own configuration of `yaml` this one replaces. */
export function registerYamlLanguages(): void {
  for (const id of [YAML, YAML_LARGE]) {
    monaco.languages.register({ id })
    monaco.languages.setTokensProvider(id, tokensProvider)
    monaco.languages.setLanguageConfiguration(id, configuration)
  }
}
