import type { Fix } from '../../base/diagnostic.ts'
import { findProblems } from '../../scenario/index.ts'
import type { Problem, ProblemKind } from '../../scenario/index.ts'
import type { Origin } from '../../base/origin.ts'
import type { TextEdit } from '../../base/text-range.ts'
import { removeEntry, removeItem, removeResource, renameKey, setScalar } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Message } from '../messages.ts'
import type { Rule } from '../rule.ts'
import { findSimilar } from '../../base/similar-name.ts'

const MESSAGE_OF: Readonly<Record<ProblemKind, Message>> = {
  noField: MESSAGES.scenarioField,
  unreadable: MESSAGES.scenarioValue,
  missing: MESSAGES.scenarioMissing,
  conflict: MESSAGES.scenarioConflict,
  backwards: MESSAGES.scenarioBackwards,
  badUrl: MESSAGES.scenarioUrl,
  unknownWorkload: MESSAGES.scenarioWorkload,
  unknownDocument: MESSAGES.scenarioDocument,
  sameName: MESSAGES.scenarioSameName,
  withoutEffect: MESSAGES.scenarioWithoutEffect,
  secondScenario: MESSAGES.secondScenario,
}

/** What is wrong with the text's Scenario: it is ours, so nobody else says it. */
export const checkScenario: Rule = ({ parsed, resources, mesh, inSteps }) =>
  findProblems(resources, mesh, parsed, inSteps).map(problem => {
    const { kind, values, detail, origin } = problem
    return say(MESSAGE_OF[kind], values, { detail, origin, fix: correct(parsed, problem) })
  })

function correct(parsed: ParsedText, { kind, misspelt, values, origin }: Problem): Fix | undefined {
  const similar = misspelt && findSimilar(misspelt.text, misspelt.among)
  switch (kind) {
    case 'noField':
      return similar === undefined
        ? takeOut(parsed, origin)
        : fixOf(`Use ${similar}`, renameKey(parsed, origin, similar))
    case 'conflict':
    case 'withoutEffect':
      return takeOut(parsed, origin)
    case 'sameName': {
      const name = `${values['name'] ?? ''}-2`
      return fixOf(`Name it ${name}`, setScalar(parsed, origin, name))
    }
    case 'secondScenario':
      return fixOf('Take it out', removeResource(parsed, origin))
    default:
      return similar === undefined ? undefined : fixOf(`Use ${similar}`, setScalar(parsed, origin, similar))
  }
}

/** What does nothing, or does not count. */
function takeOut(parsed: ParsedText, origin: Origin): Fix | undefined {
  const name = origin.path.at(-1)
  return typeof name === 'number'
    ? fixOf('Take it out', removeItem(parsed, origin))
    : fixOf(`Take ${String(name)} out`, removeEntry(parsed, origin))
}

const fixOf = (title: string, edit: TextEdit | undefined): Fix | undefined => edit && { title, edits: [edit] }
