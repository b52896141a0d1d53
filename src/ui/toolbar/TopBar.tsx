import { ChevronDown, CircleHelp, Moon, Sun } from 'lucide-react'
import type { ProxyId } from '../../core/base/ids.ts'
import controls from '../controls.module.css'
import { Logo } from './Logo.tsx'
import styles from './TopBar.module.css'

export interface TopBarProps {
  readonly title: string
  readonly callers: readonly ProxyId[]
  readonly proxy: ProxyId | undefined
  readonly dark: boolean
  readonly onOpenExamples: () => void
  readonly onLookFrom: (proxy: ProxyId) => void
  readonly onToggleTheme: () => void
  readonly onShowKeys: () => void
}

/** The bar over everything: which text, seen by whose sidecar, in which light. */
export function TopBar(props: TopBarProps) {
  const themeLabel = props.dark ? 'Light theme' : 'Dark theme'
  return (
    <header className={styles['bar']}>
      <span className={styles['logo']}>
        <Logo />
        <span>Meshscope</span>
      </span>
      <span className={styles['separator']} />
      <button
        type="button"
        className={`${controls['button'] ?? ''} ${styles['title'] ?? ''}`}
        onClick={props.onOpenExamples}
      >
        <span>{props.title}</span>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
        <span className="visually-hidden">, choose an example</span>
      </button>
      {props.proxy !== undefined && <SeenBy {...props} proxy={props.proxy} />}
      <span className={styles['spring']} />
      <button
        type="button"
        className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
        aria-label={themeLabel}
        title={themeLabel}
        onClick={props.onToggleTheme}
      >
        {props.dark ? (
          <Sun size={16} strokeWidth={1.75} aria-hidden />
        ) : (
          <Moon size={16} strokeWidth={1.75} aria-hidden />
        )}
      </button>
      <button
        type="button"
        className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
        aria-label="Keys"
        title="Keys ( ? )"
        onClick={props.onShowKeys}
      >
        <CircleHelp size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </header>
  )
}

/** `sleep.default` is `sleep` while all callers live in one namespace. */
function shortNames(callers: readonly ProxyId[]): ReadonlyMap<ProxyId, string> {
  const namespaces = new Set(callers.map(caller => caller.slice(caller.indexOf('.') + 1)))
  return new Map(callers.map(caller => [caller, namespaces.size > 1 ? caller : caller.slice(0, caller.indexOf('.'))]))
}

function SeenBy({ callers, proxy, onLookFrom }: TopBarProps & { readonly proxy: ProxyId }) {
  const names = shortNames(callers)
  return (
    <label className={styles['seenBy']}>
      <span>Seen by</span>
      <select
        value={proxy}
        onChange={event => {
          const chosen = callers.find(caller => caller === event.target.value)
          if (chosen) onLookFrom(chosen)
        }}
      >
        {callers.map(caller => (
          <option key={caller} value={caller}>
            {names.get(caller)}
          </option>
        ))}
      </select>
      <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
    </label>
  )
}
