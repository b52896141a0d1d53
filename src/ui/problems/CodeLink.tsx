import { problemLink } from '../../help/address.ts'
import styles from './CodeLink.module.css'

/** Leads to what the code means. */
export function CodeLink({ code }: { readonly code: string }) {
  return (
    <a className={styles['code']} href={problemLink(code)}>
      {code}
    </a>
  )
}
