import { Copy } from 'lucide-react'
import { countText } from '../../core/base/count-text.ts'
import type { ProxySection } from '../../scene/index.ts'
import controls from '../controls.module.css'
import inspector from './Inspector.module.css'
import styles from './ProxyPanel.module.css'
import type { ProxyPanelProps } from './proxy-panel-props.ts'
import { ProxyTable } from './ProxyTable.tsx'

const TITLES: Readonly<Record<ProxySection, string>> = {
  listeners: 'Listeners',
  routes: 'Routes',
  clusters: 'Clusters',
  endpoints: 'Endpoints',
}
const SECTIONS = Object.keys(TITLES) as readonly ProxySection[]

/** What the proxy was told, section by section, as `istioctl proxy-config` prints it. */
export function ProxyPanel(props: ProxyPanelProps) {
  const { proxy, name, onSection, onFilter, onCopyAll } = props
  const { section, filter, config } = proxy
  const counts = new Map(config?.counts)
  const left = config?.section === section ? config.total - config.rows.length : 0
  return (
    <div data-testid="proxy">
      <div className={styles['bar']}>
        <div className={styles['sections']} role="group" aria-label="Sections">
          {SECTIONS.map(one => (
            <button
              key={one}
              type="button"
              aria-pressed={one === section}
              onClick={() => {
                onSection(one)
              }}
            >
              {TITLES[one]} <span className={styles['count']}>{countText(counts.get(one) ?? 0)}</span>
            </button>
          ))}
        </div>
        <div className={styles['tools']}>
          <input
            className={controls['input']}
            type="search"
            aria-label="Filter rows"
            placeholder="Filter"
            spellCheck={false}
            value={filter}
            onChange={event => {
              onFilter(event.target.value)
            }}
          />
          <button type="button" className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`} onClick={onCopyAll}>
            <Copy size={14} strokeWidth={1.75} aria-hidden />
            Copy as JSON
          </button>
        </div>
      </div>
      {config?.section === section && config.rows.length > 0 && (
        <ProxyTable {...props} config={config} label={`${TITLES[section]} of ${name}`} />
      )}
      {config?.section === section && config.rows.length === 0 && (
        <p className={`${inspector['section'] ?? ''} ${inspector['note'] ?? ''}`}>
          {filter.trim() === '' ? emptyWords(name, section) : 'No row holds this text.'}
        </p>
      )}
      {left > 0 && (
        <p className={`${inspector['section'] ?? ''} ${inspector['note'] ?? ''}`}>
          {countText(left)} more: filter to see them.
        </p>
      )}
    </div>
  )
}

const emptyWords = (name: string, section: ProxySection) => `${name} has no ${section}: there is no proxy beside it.`
