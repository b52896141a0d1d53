import { Fragment } from 'react'
import type { Split } from '../../scene/index.ts'
import { count, portion, setPercent } from '../graph-pane/figures.ts'
import inspector from '../inspector/Inspector.module.css'
import styles from './Metrics.module.css'
import { measuredWords, rangeWords, verdictSentence, verdictWords } from './words.ts'

/** What each destination of a rule got, against what was set. */
export function SplitsSection({ splits }: { readonly splits: readonly Split[] }) {
  if (splits.length === 0) return null
  const sentences = splits.flatMap(split => verdictSentence(split) ?? [])
  return (
    <section className={inspector['section']} aria-label="Splits">
      <h3>Splits</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">destination</th>
            <th scope="col">set</th>
            <th scope="col">measured</th>
            <th scope="col">expected</th>
          </tr>
        </thead>
        <tbody>
          {splits.map((split, index) => (
            <Fragment key={split.id}>
              {splits[index - 1]?.ruleId !== split.ruleId && (
                <tr className={styles['group']}>
                  <th scope="rowgroup" colSpan={4}>
                    {split.rule}, {count(split.of)} requests
                  </th>
                </tr>
              )}
              <Row split={split} />
            </Fragment>
          ))}
        </tbody>
      </table>
      {sentences.map(sentence => (
        <p key={sentence} className={styles['sentence']}>
          {sentence}
        </p>
      ))}
    </section>
  )
}

function Row({ split }: { readonly split: Split }) {
  return (
    <tr data-verdict={split.verdict.kind}>
      <th scope="row">{split.label}</th>
      <td>{setPercent(split.set)}</td>
      <td className={styles['measured']}>{measuredWords(split)}</td>
      <td>
        {rangeWords(split)}
        <Meter split={split} />
        <span className={styles['verdict']}>{verdictWords(split)}</span>
      </td>
    </tr>
  )
}

/** As on the stage: from 0 to 100 %, a band where chance puts the share, a tick where it is. */
function Meter({ split: { range, count: n, of } }: { readonly split: Split }) {
  if (!range) return null
  const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
  return (
    <span className={styles['meter']} aria-hidden="true">
      <i style={{ left: percent(range.low), width: `max(3px, ${percent(range.high - range.low)})` }} />
      <b style={{ left: percent(portion(n, of)) }} />
    </span>
  )
}
