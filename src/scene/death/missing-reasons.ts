import { toHostname } from '../../core/base/ids.ts'
import { below } from '../../core/base/origin.ts'
import type { Missing } from '../missing.ts'
import { findMissing } from '../missing.ts'
import { originKey, shortHost } from '../names.ts'
import { listed, namespaceOf } from './death.ts'
import type { CauseLink, Death } from './death.ts'
import { hiddenLinks } from './name-reasons.ts'

/** What would have to be there for the cluster to exist. */
export function missingReasons(death: Death): readonly CauseLink[] {
  const { decision, router, world, proxy } = death
  const namespace = namespaceOf(proxy)
  const missing = findMissing(decision, router, namespace, world.mesh)
  const { parts } = missing
  if (!parts) return []
  const host = shortHost(parts.host, namespace)
  const service = world.mesh.services.get(toHostname(parts.host))
  const destination = decision.leg?.origin && below(decision.leg.origin, 'destination')
  switch (missing.kind) {
    case 'subset':
      return subsetLinks(death, missing, parts.subset)
    case 'rule': {
      const hidden = hiddenLinks(death, 'DestinationRule')
      return [
        ...hidden,
        {
          title: hidden.length === 0 ? `There is no DestinationRule for ${host}` : `It has no other for ${host}`,
          detail: 'only a DestinationRule defines subsets; without one none has a cluster',
          origin: service?.origin,
        },
      ]
    }
    case 'rule-elsewhere':
      return elsewhereLinks(death, missing)
    case 'service':
      return [
        {
          title: `No Service ${host}`,
          detail: 'no ServiceEntry of this host either, so istiod makes no cluster for it',
          origin: destination && below(destination, 'host'),
        },
      ]
    case 'port': {
      const ports = service?.ports.map(({ number }) => String(number)) ?? []
      return [
        {
          title: `${host} has ${ports.length === 1 ? 'port' : 'ports'} ${listed(ports)}, not ${String(parts.port)}`,
          detail: '',
          origin: service && below(service.origin, 'spec', 'ports'),
        },
      ]
    }
    case 'hidden':
      return hiddenLinks(death, 'Service', parts.host)
    case 'refused':
      return [
        { title: 'Envoy does not accept this cluster', detail: missing.words, origin: missing.destinationRuleOrigin },
      ]
    case 'name-only':
      return [{ title: capital(missing.words), detail: 'Istio knows no Service of that name', origin: service?.origin }]
    case 'unknown':
      return []
  }
}

function elsewhereLinks({ world, proxy }: Death, { elsewhere, parts }: Missing): readonly CauseLink[] {
  if (!elsewhere) return []
  const { services, settings } = world.mesh
  const own = namespaceOf(proxy)
  const of = services.get(toHostname(parts?.host ?? ''))?.namespace
  const looked = [
    `its own namespace (${own})`,
    ...(of === undefined || of === own ? [] : [`the Service’s (${of})`]),
    ...(settings.rootNamespace === own ? [] : [`the root one (${settings.rootNamespace})`]),
  ]
  const field = elsewhere.namespace === 'default' ? 'name' : 'namespace'
  return [
    {
      title: `DestinationRule ${elsewhere.name} is in namespace ${elsewhere.namespace}`,
      detail: `this proxy looks in ${listed(looked)} only, and finds none there; without one no subset has a cluster`,
      origin: below(elsewhere.origin, 'metadata', field),
    },
  ]
}

function subsetLinks({ world }: Death, { destinationRuleOrigin }: Missing, subset: string): readonly CauseLink[] {
  const rule = world.mesh.destinationRules.find(({ origin }) => originKey(origin) === originKey(destinationRuleOrigin))
  if (!rule) return []
  const names = rule.spec.subsets.map(({ name }) => name)
  const lists = names.length === 0 ? 'lists no subset' : `lists ${listed(names)}, not ${subset}`
  return [{ title: `DestinationRule ${rule.name} ${lists}`, detail: '', origin: below(rule.origin, 'spec', 'subsets') }]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
