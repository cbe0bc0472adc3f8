// The Prometheus metrics of the bot.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    ack: new Histogram({
      name: 'pacesetter_ack_seconds',
      help: 'From a payload’s arrival to its acknowledgement; Slack waits 3 s.',
      labelNames: ['kind'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
      registers,
    }),
    tick: new Histogram({
      name: 'pacesetter_tick_seconds',
      help: 'Duration of one tick, with all due items that it handled.',
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
      registers,
    }),
    due: new Counter({
      name: 'pacesetter_due_total',
      help: 'Due items, by outcome.',
      labelNames: ['state'],
      registers,
    }),
    deliveries: new Counter({
      name: 'pacesetter_deliveries_total',
      help: 'Attempts to deliver a message, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    modelRequests: new Counter({
      name: 'pacesetter_model_requests_total',
      help: 'Requests to the language model, by purpose and outcome.',
      labelNames: ['purpose', 'outcome'],
      registers,
    }),
    modelTokens: new Counter({
      name: 'pacesetter_model_tokens_total',
      help: 'Tokens of the language model, by purpose and direction.',
      labelNames: ['purpose', 'direction'],
      registers,
    }),
    text: () => registry.metrics(),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
