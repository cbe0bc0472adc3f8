// Makes the port to the language model from the configuration; its package is loaded when it is first asked.

import { meteredModel } from '../ai/flows/metered-model.ts'
import type { Model } from '../ai/flows/model.ts'
import type { Provider } from '../ai/flows/provider.ts'
import type { Context } from '../core/context.ts'
import type { Config } from './config.ts'
import type { Metrics } from './metrics.ts'

/** Nothing: no key is set. */
export function modelPort(
  { openai, monthlyTokens }: Pick<Config, 'openai' | 'monthlyTokens'>,
  ports: Pick<Context, 'db' | 'clock' | 'log'>,
  { modelRequests, modelTokens }: Pick<Metrics, 'modelRequests' | 'modelTokens'>,
): { model?: Model } {
  if (!openai) return {}
  const provider = lazyProvider(openai)
  const model = meteredModel(ports, provider, {
    monthlyTokens,
    prices: openai.prices,
    observe: (purpose, outcome, { input, output }) => {
      modelRequests.inc({ purpose, outcome })
      modelTokens.inc({ purpose, direction: 'input' }, input)
      modelTokens.inc({ purpose, direction: 'output' }, output)
    },
  })
  return { model }
}

function lazyProvider(access: NonNullable<Config['openai']>): Provider {
  let loaded: Promise<Provider> | null = null
  const load = () => import('../ai/openai.ts').then(({ createProvider }) => createProvider(access))
  return {
    model: access.model,
    ask: async (request, withinMs) => {
      loaded ??= load()
      return (await loaded).ask(request, withinMs)
    },
  }
}
