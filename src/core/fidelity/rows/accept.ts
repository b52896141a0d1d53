import type { LedgerRow } from '../ledger-row.ts'

/** What the API server and istiod refuse. */
export const ACCEPT_ROWS: readonly LedgerRow[] = [
  {
    area: 'accept',
    behaviour: 'The webhook’s errors and warnings for Gateways',
    status: 'modelled',
    upstream: 'istio pkg/config/validation/validation.go ValidateGateway',
    test: 'core/admission/validation/check-gateway.test.ts',
  },
  {
    area: 'accept',
    behaviour: 'PeerAuthentications: what the schema and the webhook refuse',
    status: 'modelled',
    upstream: 'istio pkg/config/validation/validation.go ValidatePeerAuthentication',
    test: 'core/admission/peer-authentication.test.ts',
  },
  {
    area: 'accept',
    behaviour: 'The API server refuses what its schema does not allow',
    status: 'simplified',
    differs: 'Kinds that are not used here are not looked into, Kubernetes’ own only where routing depends on them',
    upstream: 'istio manifests/charts/base/files/crd-all.gen.yaml',
    test: 'core/admission/admit.test.ts',
    noPlace: 'It holds whatever a text says',
  },
  {
    area: 'accept',
    behaviour: 'The API server holds HTTPRoute, Gateway and ReferenceGrant to their CRDs',
    status: 'simplified',
    differs:
      'Parts that no behaviour here depends on are not looked into: externalAuth, sessionPersistence, infrastructure',
    upstream: 'kubernetes gateway-api config/crd/experimental/gateway.networking.k8s.io_httproutes.yaml',
    test: 'core/admission/gateway-api.test.ts',
    noPlace: 'It holds whatever a text says',
  },
  {
    area: 'accept',
    behaviour: 'istiod’s webhook refuses and remarks on single resources',
    status: 'modelled',
    upstream: 'istio pkg/config/validation/validation.go',
    test: 'core/admission/recorded.test.ts',
  },
  {
    area: 'accept',
    behaviour: 'A cluster that refuses a new version of a resource keeps the one that it had',
    status: 'modelled',
    upstream: 'kubernetes staging/src/k8s.io/apiserver/pkg/endpoints/handlers/update.go',
    test: 'core/pipeline/kept.test.ts',
  },
  {
    area: 'accept',
    behaviour: 'Sidecars: what the schema and the webhook refuse',
    status: 'modelled',
    upstream: 'istio pkg/config/validation/validation.go ValidateSidecar',
    test: 'core/admission/validation/check-sidecar.test.ts',
  },
  {
    area: 'accept',
    behaviour: 'The analyzers of istioctl find what resources do wrong together',
    status: 'simplified',
    differs: 'Those for routes, subsets, hosts, rules and gateways; several look at less or at more than Istio’s',
    upstream: 'istio pkg/config/analysis/analyzers/all.go',
    test: 'core/analyze/analyze.test.ts',
    noPlace: 'It holds whatever a text says',
  },
  {
    area: 'accept',
    behaviour: 'What the CRD schema and the webhook say of ServiceEntries and WorkloadEntries',
    status: 'modelled',
    upstream: 'istio pkg/config/validation/validation.go ValidateServiceEntry',
    test: 'core/admission/validation/check-service-entry.test.ts',
  },
]
