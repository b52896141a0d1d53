import { Fragment } from 'react'
import { ArrowLeft, ArrowRight, Copy } from 'lucide-react'
import { stepWords } from '../../core/route/index.ts'
import type { StepMark } from '../../core/route/index.ts'
import type { Explanation, LocatedStep } from '../../state/index.ts'
import controls from '../controls.module.css'
import styles from './TracePanel.module.css'
import inspector from './Inspector.module.css'

export interface TracePanelProps {
  readonly explanation: Explanation | undefined
  readonly onReveal: (step: LocatedStep) => void
  readonly onHover: (step: LocatedStep | undefined) => void
  readonly onNext: (by: 1 | -1) => void
  readonly onLatestLoss: (() => void) | undefined
  readonly onCopy: (text: string) => void
}

/** Why the request in focus went where it went: every step, its reason and the line behind it. */
export function TracePanel(props: TracePanelProps) {
  const { explanation } = props
  if (!explanation) {
    return (
      <div className={inspector['section']} data-testid="trace">
        <h3>No request in focus</h3>
        <p className={inspector['note']}>Click a particle, or a hole, to ask why that request went there.</p>
        <p className={styles['buttons']}>
          <button
            type="button"
            className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
            onClick={() => {
              props.onNext(1)
            }}
          >
            Follow the next request
          </button>
          {props.onLatestLoss && (
            <button
              type="button"
              className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
              onClick={props.onLatestLoss}
            >
              Trace the latest loss
            </button>
          )}
        </p>
      </div>
    )
  }
  return (
    <div data-testid="trace">
      <Head {...props} explanation={explanation} />
      <ol className={styles['steps']}>
        {explanation.steps.map((located, index) => (
          <Step key={index} located={located} onReveal={props.onReveal} onHover={props.onHover} />
        ))}
      </ol>
      {explanation.accessLog !== undefined && (
        <div className={`${inspector['section'] ?? ''} ${styles['log'] ?? ''}`}>
          <h3>In the sidecar’s access log</h3>
          <code>{explanation.accessLog}</code>
        </div>
      )}
      <Confirm commands={explanation.confirm} note={explanation.confirmNote} onCopy={props.onCopy} />
    </div>
  )
}

function Head({ explanation, onNext }: TracePanelProps & { readonly explanation: Explanation }) {
  const lost = explanation.status === 0 || explanation.status >= 500 || /N[RC]|U[HFO]/.test(explanation.flags)
  return (
    <div className={styles['head']}>
      <span className={styles['outcome']} data-lost={lost}>
        <Mark mark={lost ? 'lost' : 'answered'} />
      </span>
      <div>
        <h3>Request {explanation.number.toLocaleString('en')}</h3>
        <p className={controls['caption']}>
          {explanation.method} {explanation.url} at {(explanation.atMs / 1000).toFixed(2)} s
          {explanation.headers.map(([name, value]) => (
            <span key={name} className={`${controls['mono'] ?? ''} ${styles['header'] ?? ''}`}>
              {name}: {value}
            </span>
          ))}
        </p>
      </div>
      <button
        type="button"
        className={`${controls['button'] ?? ''} ${controls['small'] ?? ''}`}
        aria-label="Previous request"
        title="Previous request ( [ )"
        onClick={() => {
          onNext(-1)
        }}
      >
        <ArrowLeft size={16} strokeWidth={1.75} aria-hidden />
      </button>
      <button
        type="button"
        className={`${controls['button'] ?? ''} ${controls['small'] ?? ''}`}
        aria-label="Next request"
        title="Next request ( ] )"
        onClick={() => {
          onNext(1)
        }}
      >
        <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  )
}

function Step({
  located,
  onReveal,
  onHover,
}: Pick<TracePanelProps, 'onReveal' | 'onHover'> & { readonly located: LocatedStep }) {
  const { step, line } = located
  const words = stepWords(step)
  return (
    <li
      className={styles['step']}
      data-mark={words.mark}
      onPointerEnter={() => {
        onHover(located)
      }}
      onPointerLeave={() => {
        onHover(undefined)
      }}
    >
      <span className={styles['node']}>
        <Mark mark={words.mark} />
      </span>
      <span className={styles['title']}>{words.title}</span>
      {line === undefined ? (
        <span />
      ) : (
        <button
          type="button"
          className={styles['line']}
          onClick={() => {
            onReveal(located)
          }}
        >
          line {line}
        </button>
      )}
      {words.code !== undefined && (
        <code className={styles['code']}>
          <Breakable text={words.code} />
        </code>
      )}
      {step.kind === 'draw' && step.value !== undefined && <DrawBar value={step.value} options={step.options} />}
      {words.detail !== '' && <span className={styles['detail']}>{words.detail}</span>}
    </li>
  )
}

/** A command that goes on in the next line between its words; only a word too long for a line is parted, after a dot. */
function Words({ text }: { readonly text: string }) {
  return text.split(' ').map((word, index) => (
    <Fragment key={index}>
      {index > 0 && ' '}
      {word.length > 24 ? <Breakable text={word} /> : <span className={styles['word']}>{word}</span>}
    </Fragment>
  ))
}

/** A long name that may go on in the next line after `|` and `.`, and nowhere else while it fits. */
function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?<=[|.])/).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}

function DrawBar({
  value,
  options,
}: {
  readonly value: number
  readonly options: readonly { readonly label: string; readonly share: number; readonly taken: boolean }[]
}) {
  const starts = options.map((_, index) => options.slice(0, index).reduce((sum, option) => sum + option.share, 0))
  return (
    <svg className={styles['draw']} viewBox="0 0 222 16" role="img" aria-label={`${value.toFixed(3)} between 0 and 1`}>
      {options.map((option, index) => (
        <rect
          key={index}
          x={(starts[index] ?? 0) * 222}
          y="3"
          width={Math.max(0, option.share * 222 - 2)}
          height="8"
          rx="2"
          fill={option.taken ? 'var(--control)' : 'var(--track)'}
        />
      ))}
      <path d={`M${(value * 222).toFixed(1)} -1V15`} stroke="var(--ink)" strokeWidth="2" />
    </svg>
  )
}

function Confirm({
  commands,
  note,
  onCopy,
}: {
  readonly commands: readonly string[]
  /** What they print where this is the case. */
  readonly note: string
  readonly onCopy: (text: string) => void
}) {
  if (commands.length === 0) return null
  return (
    <div className={`${inspector['section'] ?? ''} ${styles['confirm'] ?? ''}`}>
      <h3>Confirm in the cluster</h3>
      {commands.map(command => (
        <div key={command} className={styles['command']}>
          <code>
            <Words text={command} />
          </code>
          <button
            type="button"
            aria-label="Copy the command"
            title="Copy"
            onClick={() => {
              onCopy(command)
            }}
          >
            <Copy size={14} strokeWidth={1.75} aria-hidden />
          </button>
        </div>
      ))}
      <p className={controls['caption']}>{note}</p>
    </div>
  )
}

function Mark({ mark }: { readonly mark: StepMark }) {
  return (
    <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
      {mark === 'dot' && <circle r="3.500" fill="var(--card)" stroke="var(--ink-3)" strokeWidth="1.500" />}
      {mark === 'answered' && <circle r="4.500" fill="var(--ok)" />}
      {mark === 'matched' && (
        <>
          <circle r="7" fill="var(--accent)" />
          <path
            d="M-3 .2L-.9 2.400L3.200 -2.200"
            fill="none"
            stroke="var(--on-accent)"
            strokeWidth="1.750"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
      {mark === 'skipped' && (
        <>
          <circle r="6.500" fill="var(--card)" stroke="var(--ink-3)" strokeWidth="1.250" />
          <path d="M-2.600 0H2.600" stroke="var(--ink-2)" strokeWidth="1.500" strokeLinecap="round" />
        </>
      )}
      {mark === 'never' && (
        <circle r="6.500" fill="var(--card)" stroke="var(--control)" strokeWidth="1.250" strokeDasharray="2 2.080" />
      )}
      {mark === 'lost' && (
        <path
          d="M-4.500 -4.500L4.500 4.500M4.500 -4.500L-4.500 4.500"
          fill="none"
          stroke="var(--lost)"
          strokeWidth="2.800"
          strokeLinecap="round"
        />
      )}
    </svg>
  )
}
