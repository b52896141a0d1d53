import type { Series } from '../../scene/index.ts'
import { count } from '../graph-pane/figures.ts'
import { seconds } from '../timeline/clock-text.ts'

/** The charts' numbers, for those who do not see them. */
export function SeriesTable({ series, fromMs }: { readonly series: Series; readonly fromMs: number }) {
  const { stepMs, stretches, rest } = series
  const rows = rest.offered + rest.answered > 0 ? [...stretches, rest] : stretches
  return (
    <table className="visually-hidden">
      <caption>Requests over time</caption>
      <thead>
        <tr>
          <th scope="col">from</th>
          <th scope="col">offered</th>
          <th scope="col">answered</th>
          <th scope="col">succeeded</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ offered, answered, succeeded }, i) => (
          <tr key={i}>
            <td>{seconds(fromMs + i * stepMs, 2)}</td>
            <td>{count(offered)}</td>
            <td>{count(answered)}</td>
            <td>{count(succeeded)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
