import { Plus } from 'lucide-react'
import type { ProxyId } from '../../core/base/ids.ts'
import type { Client, RequestClass, Traffic } from '../../core/simulate/index.ts'
import controls from '../controls.module.css'
import inspector from './Inspector.module.css'
import { RequestForm } from './RequestForm.tsx'
import { addClass, amountOf, changeAmount, changeClass, removeClass } from './edit-traffic.ts'
import styles from './TrafficPanel.module.css'

export interface TrafficPanelProps {
  readonly traffic: Traffic
  readonly proxy: ProxyId | undefined
  /** False: the user's own. */
  readonly assumed: boolean
  readonly onChange: (traffic: Traffic) => void
  /** Back to what the text lets one assume. */
  readonly onReset: () => void
}

/** Who calls what: every request class of the shown client can be changed, added and removed. */
export function TrafficPanel({ traffic, proxy, assumed, onChange, onReset }: TrafficPanelProps) {
  const clients = traffic.clients.filter(client => client.proxy === proxy)
  return (
    <div data-testid="traffic">
      {clients.map(client => (
        <ClientTraffic key={client.id} client={client} traffic={traffic} onChange={onChange} />
      ))}
      <div className={inspector['section']}>
        <p className={inspector['note']}>
          {assumed
            ? 'Assumed from the text: for each rule a request that reaches it, and one for the rest.'
            : 'These requests are your own; they stay as the text changes.'}
        </p>
        {!assumed && (
          <p className={styles['reset']}>
            <button type="button" className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`} onClick={onReset}>
              Assume them from the text again
            </button>
          </p>
        )}
      </div>
    </div>
  )
}

interface ClientTrafficProps {
  readonly client: Client
  readonly traffic: Traffic
  readonly onChange: (traffic: Traffic) => void
}

function ClientTraffic({ client, traffic, onChange }: ClientTrafficProps) {
  const amount = amountOf(client)
  const total = client.classes.reduce((sum, one) => sum + one.weight, 0)
  return (
    <section className={inspector['section']} aria-label={`Traffic from ${client.proxy}`}>
      <h3>{client.proxy}</h3>
      {amount && (
        <label className={styles['rate']}>
          <input
            className={controls['input']}
            type="number"
            min={1}
            max={amount.most}
            value={amount.value}
            onChange={event => {
              const value = Number(event.target.value)
              if (value >= 1 && value <= amount.most) onChange(changeAmount(traffic, client.id, value))
            }}
          />
          <span>{amount.of}</span>
        </label>
      )}
      <ul>
        {client.classes.map((requestClass: RequestClass) => (
          <RequestForm
            key={requestClass.id}
            requestClass={requestClass}
            share={total === 0 ? 0 : requestClass.weight / total}
            onChange={changed => {
              onChange(changeClass(traffic, client.id, changed))
            }}
            onRemove={
              client.classes.length < 2
                ? undefined
                : () => {
                    onChange(removeClass(traffic, client.id, requestClass.id))
                  }
            }
          />
        ))}
      </ul>
      <button
        type="button"
        className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
        onClick={() => {
          onChange(addClass(traffic, client.id))
        }}
      >
        <Plus size={16} strokeWidth={1.75} aria-hidden />
        Add a request
      </button>
    </section>
  )
}
