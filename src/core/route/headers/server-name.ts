/** What a proxy calls itself to those who call. Istio, util.GetProxyHeaders: gateways have a name of their own. */
export const serverName = (atGateway: boolean | undefined): string => (atGateway ? 'istio-envoy' : 'envoy')
