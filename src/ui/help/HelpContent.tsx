import { PAGES, PROBLEMS } from '../../help/index.ts'
import { CodeList } from './CodeList.tsx'
import { CodePage } from './CodePage.tsx'
import type { HelpContentProps } from './help-content-props.ts'
import styles from './Help.module.css'

/** The page of one code; the list where none is asked for, or none that there is. */
export function HelpContent({ code, ...actions }: HelpContentProps) {
  const page = PAGES.find(one => one.code === code)
  return (
    <div className={styles['help']} data-testid="help">
      {code !== undefined && (
        <p className={styles['back']}>
          <a href={PROBLEMS}>All problems</a>
        </p>
      )}
      {code !== undefined && !page && <p>No problem has the code {code}. These do:</p>}
      {page ? <CodePage key={page.code} page={page} {...actions} /> : <CodeList pages={PAGES} />}
    </div>
  )
}
