import { Copy } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { readExample } from '../../help/index.ts'
import type { HelpPage } from '../../help/index.ts'
import { CommandWords } from '../inspector/CommandWords.tsx'
import { ExampleSection } from './ExampleSection.tsx'
import type { HelpContentProps } from './help-content-props.ts'
import styles from './Help.module.css'

export interface CodePageProps extends Omit<HelpContentProps, 'code'> {
  readonly page: HelpPage
}

/** One code: what it is, why it happens, how it shows, how to check, and an example broken and repaired. */
export function CodePage({ page, onCopy, ...example }: CodePageProps) {
  const { code, title, what, why, shows, check, toolSays } = page
  const texts = useMemo(() => readExample(page.example), [page])
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.closest('dialog')?.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <article aria-label={title}>
      <h3 ref={heading} tabIndex={-1} className={styles['title']}>
        {title}
      </h3>
      <p className={styles['what']}>{what}</p>
      <h4>Why it happens</h4>
      <p>{why}</p>
      <h4>How it shows</h4>
      <p>{shows}</p>
      {check.length > 0 && (
        <>
          <h4>Check in your cluster</h4>
          <ul className={styles['commands']}>
            {check.map(({ run, prints }) => (
              <li key={run}>
                <div className={styles['command']}>
                  <code>
                    <CommandWords text={run} />
                  </code>
                  <button
                    type="button"
                    aria-label="Copy the command"
                    title="Copy"
                    onClick={() => {
                      onCopy(run)
                    }}
                  >
                    <Copy size={14} strokeWidth={1.75} aria-hidden />
                  </button>
                </div>
                <p className={styles['prints']}>{prints}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {toolSays !== undefined && (
        <>
          <h4>What istioctl analyze makes of it</h4>
          <p>{toolSays}</p>
        </>
      )}
      <ExampleSection code={code} texts={texts} {...example} />
    </article>
  )
}
