import type { Fix } from '../../base/diagnostic.ts'
import { findProblems } from '../../scenario/index.ts'
import type { Problem, ProblemKind } from '../../scenario/index.ts'
import { setScalar } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Message } from '../messages.ts'
import type { Rule } from '../rule.ts'
import { findSimilar } from '../similar-name.ts'

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
  findProblems(resources, mesh, inSteps).map(problem => {
    const { kind, values, detail, origin } = problem
    return say(MESSAGE_OF[kind], values, { detail, origin, fix: correct(parsed, problem) })
  })

/** The one name that is near. */
function correct(parsed: ParsedText, { misspelt, origin }: Problem): Fix | undefined {
  const similar = misspelt && findSimilar(misspelt.text, misspelt.among)
  const edit = similar === undefined ? undefined : setScalar(parsed, origin, similar)
  return edit && { title: `Use ${similar ?? ''}`, edits: [edit] }
}
