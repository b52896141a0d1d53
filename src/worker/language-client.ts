import type { LanguageService } from '../core/language/index.ts'
import type { LanguageAnswer, LanguageQuestion } from './protocol.ts'

type Ask = (text: string, question: LanguageQuestion) => Promise<LanguageAnswer | undefined>
type AnswerTo<Kind extends LanguageAnswer['ask']> = Extract<LanguageAnswer, { readonly ask: Kind }>

const NOTHING = { kind: 'refused', because: 'The engine did not answer.' } as const

/** The language service of an engine that is asked by messages. */
export function createLanguageClient(ask: Ask): LanguageService {
  const at = async <Kind extends 'complete' | 'explain' | 'may-rename'>(text: string, offset: number, kind: Kind) => {
    const answer = await ask(text, { ask: kind, offset })
    return answer?.ask === kind ? (answer as AnswerTo<Kind>) : undefined
  }
  const targets = (kind: 'define' | 'refer') => async (text: string, offset: number) => {
    const answer = await ask(text, { ask: kind, offset })
    return answer?.ask === kind ? answer.targets : []
  }
  return {
    complete: async (text, offset) => (await at(text, offset, 'complete'))?.completion,
    explain: async (text, offset) => (await at(text, offset, 'explain'))?.explained,
    define: targets('define'),
    refer: targets('refer'),
    mayRename: async (text, offset) => (await at(text, offset, 'may-rename'))?.renamable ?? NOTHING,
    rename: async (text, offset, name) => {
      const answer = await ask(text, { ask: 'rename', offset, name })
      return answer?.ask === 'rename' ? answer.renaming : NOTHING
    },
    outline: async text => {
      const answer = await ask(text, { ask: 'outline' })
      return answer?.ask === 'outline' ? answer.entries : []
    },
    format: async text => {
      const answer = await ask(text, { ask: 'format' })
      return answer?.ask === 'format' ? answer.edits : []
    },
  }
}
