import { assertNever } from '../core/base/assert-never.ts'
import {
  complete,
  explain,
  findDefinitions,
  findReferences,
  findRenamable,
  outline,
  rename,
} from '../core/language/index.ts'
import type { Knowledge } from '../core/language/index.ts'
import { formatText } from '../core/yaml/index.ts'
import type { LanguageAnswer, LanguageQuestion } from './protocol.ts'

/** Answers what an editor asks about its text. */
export function answerLanguage(known: Knowledge, question: LanguageQuestion): LanguageAnswer {
  const { ask } = question
  switch (ask) {
    case 'complete':
      return { ask, completion: complete(known, question.offset) }
    case 'explain':
      return { ask, explained: explain(known, question.offset) }
    case 'define':
      return { ask, targets: findDefinitions(known, question.offset) }
    case 'refer':
      return { ask, targets: findReferences(known, question.offset) }
    case 'may-rename':
      return { ask, renamable: findRenamable(known, question.offset) }
    case 'rename':
      return { ask, renaming: rename(known, question.offset, question.name) }
    case 'outline':
      return { ask, entries: outline(known) }
    case 'format':
      return { ask, edits: formatText(known.parsed) }
    default:
      return assertNever(ask)
  }
}
