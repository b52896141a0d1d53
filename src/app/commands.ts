import { LESSONS } from '../lessons/index.ts'
import { SCENARIOS } from '../scenarios/index.ts'
import { canWriteDown } from '../scene/index.ts'
import type { Stage } from '../scene/index.ts'
import type { CallerChoice, LocatedDiagnostic } from '../state/index.ts'
import type { Command } from '../ui/palette/find-commands.ts'
import type { PageActions } from './create-actions.ts'
import { KEYS } from './keys/keys.ts'

/** What of the page has names now. */
export interface Named {
  readonly stage: Stage | undefined
  readonly callers: readonly CallerChoice[]
  readonly problems: readonly LocatedDiagnostic[]
  readonly text: string
  readonly canPresent: boolean
}

/** What buttons do that no key does. */
export interface Also {
  readonly toggleTheme: () => void
  readonly toggleMotion: () => void
  readonly openExamples: () => void
  readonly setSpeed: (speed: number) => void
  readonly lookFrom: (caller: CallerChoice) => void
  readonly goTo: (id: string) => void
}

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20]

/** Everything that can be done and gone to, by its name: what keys do first. */
export function commandsOf(actions: PageActions, also: Also, named: Named): readonly Command[] {
  const { stage, callers, problems, text } = named
  return [
    ...KEYS.filter(({ keys }) => keys !== 'Ctrl K' && (keys !== 'p' || named.canPresent)).map(
      ({ keys, act, run }): Command => ({
        id: `key:${keys}`,
        title: capital(act),
        group: 'Action',
        keys,
        run: () => {
          run(actions)
        },
      }),
    ),
    action('theme', 'Light or dark theme', also.toggleTheme),
    action('motion', 'Motion or numbers', also.toggleMotion),
    action('examples', 'Choose an example', also.openExamples),
    action('lessons', 'Lessons, or out of them', actions.toggleLessons),
    action('copy', 'Copy the text', () => void actions.copy(text)),
    action('full', 'Full screen on or off', actions.toggleFullScreen),
    ...(isAssumed(stage) ? [action('assumed', 'Write down what is assumed', () => void actions.writeAssumed())] : []),
    ...SPEEDS.map(speed =>
      action(`speed:${String(speed)}`, `Speed ${String(speed)}×`, () => {
        also.setSpeed(speed)
      }),
    ),
    ...problems.flatMap((problem, i): readonly Command[] => {
      const { code, title, line, fix } = problem
      const where = `${code}, line ${String(line)}`
      const go = { id: `problem:${String(i)}`, title, group: where, run: () => actions.reveal(problem) }
      const repair = fix && {
        id: `fix:${String(i)}`,
        title: fix.title,
        group: `Repair, ${code}`,
        run: () => actions.fix(problem),
      }
      return repair ? [go, repair] : [go]
    }),
    ...partsOf(stage).map(({ id, title, group }) => ({
      id: `part:${id}`,
      title,
      group,
      run: () => {
        also.goTo(id)
      },
    })),
    ...callers.map(caller => ({
      id: `caller:${caller.proxy}`,
      title: `${caller.name}.${caller.namespace}`,
      group: 'Seen by',
      run: () => {
        also.lookFrom(caller)
      },
    })),
    ...LESSONS.map(({ id, title }) => ({
      id: `lesson:${id}`,
      title,
      group: 'Lesson',
      run: () => {
        actions.openLesson(id)
      },
    })),
    ...SCENARIOS.map(({ id, title }) => ({
      id: `example:${id}`,
      title,
      group: 'Example',
      run: () => {
        actions.openExample(id)
      },
    })),
  ]
}

/** `line 24` or `:24` is a place of the text. */
export function lineTyped(typed: string, text: string): { readonly line: number; readonly start: number } | undefined {
  const [, digits] = /^\s*(?:line\s*|:)(\d{1,6})\s*$/i.exec(typed) ?? []
  if (digits === undefined) return undefined
  const line = Number(digits)
  const lines = text.split('\n')
  if (line < 1 || line > lines.length) return undefined
  return { line, start: lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) }
}

function partsOf(
  stage: Stage | undefined,
): readonly { readonly id: string; readonly title: string; readonly group: string }[] {
  if (!stage) return []
  return [
    { id: stage.client.id, title: stage.client.name, group: 'Client' },
    ...stage.rules.map(({ id, title }) => ({ id, title, group: 'VirtualService' })),
    ...stage.subsets.map(({ id, title }) => ({ id, title, group: 'DestinationRule' })),
    ...stage.workloads.map(({ id, name }) => ({ id, title: name, group: 'Workload' })),
    ...stage.holes.map(({ id, label }) => ({ id, title: label, group: 'Hole' })),
  ]
}

const isAssumed = (stage: Stage | undefined): boolean =>
  stage !== undefined && [stage.client, ...stage.rules, ...stage.subsets, ...stage.workloads].some(canWriteDown)

const action = (id: string, title: string, run: () => void): Command => ({ id, title, group: 'Action', run })

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
