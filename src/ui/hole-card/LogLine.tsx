import type { Explanation } from '../../state/index.ts'
import inspector from '../inspector/Inspector.module.css'
import { logFields } from './log-fields.ts'
import styles from './HoleCard.module.css'

/** What the caller's proxy logs of it, and what the fields are that say why. */
export function LogLine({ explanation: { accessLog } }: { readonly explanation: Explanation }) {
  return (
    <div className={inspector['section']}>
      <h3>In the proxy’s access log</h3>
      {accessLog === undefined ? (
        <p className={styles['detail']}>No proxy sees it, or what it logs is not known here.</p>
      ) : (
        <>
          <code className={styles['log']}>{accessLog}</code>
          <dl className={styles['fields']}>
            {logFields(accessLog).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className={styles['detail']}>
            Istio’s default format. Its time is when the request left; bars and counts have it when it ends in the
            picture, which draws ways longer than they take. A dash stands for what is not known here.
          </p>
        </>
      )}
    </div>
  )
}
