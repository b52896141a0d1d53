import { Fragment, useState } from 'react'
import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { Fix } from '../../core/base/diagnostic.ts'
import type { LocatedDiagnostic } from '../../state/index.ts'
import controls from '../controls.module.css'
import { CodeLink } from './CodeLink.tsx'
import { FixOffer } from './FixOffer.tsx'
import styles from './ProblemList.module.css'

export interface Problem {
  readonly diagnostic: LocatedDiagnostic
  /** `302 requests lost`, `no request lost`, `302 requests pass here` or `not counted yet`: there always, or never. */
  readonly effect: string | undefined
}

export interface ProblemListProps {
  readonly problems: readonly Problem[]
  /** With the reasons, as in the inspector; without, as under the editor. */
  readonly detailed: boolean
  readonly onReveal: (diagnostic: LocatedDiagnostic) => void
  /** The text that the problems are of. */
  readonly text: string
  readonly onFix: (diagnostic: LocatedDiagnostic, fix: Fix) => void
  readonly onLeave: (offer: HTMLElement | null) => void
}

const ICONS = {
  error: { Icon: CircleX, tone: 'var(--lost)', word: 'Error' },
  warning: { Icon: TriangleAlert, tone: 'var(--refused)', word: 'Warning' },
  info: { Icon: Info, tone: 'var(--control)', word: 'Note' },
  muted: { Icon: Info, tone: 'var(--control)', word: 'Needless' },
} as const

/** What istioctl says of the same thing, where that is not what we say. */
function wordsOfTool({ detail, tool = [] }: LocatedDiagnostic): readonly string[] {
  return [...new Set(tool.flatMap(({ says }) => says ?? []))].filter(says => !detail.includes(says))
}

/** What istioctl calls it, where that is something else. */
function codesOfTool({ code, tool = [] }: LocatedDiagnostic): readonly string[] {
  return [...new Set(tool.map(statement => statement.code))].filter(other => other !== code)
}

/** The rest is there when it is asked for: effects of all of them are counted several times a second. */
const MOST = 50

/** What is wrong, errors first, each with its line, its effect and its repair. */
export function ProblemList({ problems, detailed, text, onReveal, onFix, onLeave }: ProblemListProps) {
  const [all, setAll] = useState(false)
  const shown = all ? problems : problems.slice(0, MOST)
  const more = problems.length - shown.length
  return (
    <ul className={styles['list']}>
      {shown.map(({ diagnostic, effect }) => {
        const { Icon, tone, word } = ICONS[diagnostic.severity]
        return (
          <li
            key={`${diagnostic.code} ${String(diagnostic.range.start)} ${diagnostic.title}`}
            className={styles['problem']}
            data-detailed={detailed}
          >
            <Icon size={16} strokeWidth={1.75} color={tone} aria-label={word} />
            <div className={styles['text']}>
              <button
                type="button"
                className={styles['what']}
                onClick={() => {
                  onReveal(diagnostic)
                }}
              >
                <span className={styles['title']}>{diagnostic.title}</span>
                {detailed && <span className={styles['detail']}>{diagnostic.detail}</span>}
                {detailed &&
                  wordsOfTool(diagnostic).map(words => (
                    <span key={words} className={styles['tool']}>
                      istioctl analyze: {words}
                    </span>
                  ))}
              </button>
              <p className={styles['where']}>
                <CodeLink code={diagnostic.code} />
                {codesOfTool(diagnostic).map(code => (
                  <Fragment key={code}>
                    {', in istioctl '}
                    <CodeLink code={code} />
                  </Fragment>
                ))}
                {`, line ${String(diagnostic.line)}`}
              </p>
              {effect !== undefined && <p className={styles['effect']}>{effect}</p>}
              {detailed && diagnostic.link !== undefined && (
                <a className={styles['link']} href={diagnostic.link}>
                  In the ledger of fidelity
                </a>
              )}
            </div>
            <FixOffer diagnostic={diagnostic} text={text} onFix={onFix} onLeave={onLeave} />
          </li>
        )
      })}
      {more > 0 && (
        <li className={styles['more']}>
          <button
            type="button"
            className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
            onClick={() => {
              setAll(true)
            }}
          >
            {`Show ${String(more)} more`}
          </button>
        </li>
      )}
    </ul>
  )
}
