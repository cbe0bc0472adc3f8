// The model as features get it: asked only where nobody has switched it off, within the month's budget, and written down.
import { randomUUID } from 'node:crypto'
import type { Context } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import { type RequestRow, reserveRequest, settleRequest } from '../db/requests.ts'
import { loadModelSettings, offTeams } from '../db/settings.ts'
import { dataText, jsonText, mostTokensOf, refusedText } from '../domain/model-messages.ts'
import { SENT_FIELDS, type SentField } from '../domain/sent-fields.ts'
import {
  countedTokens,
  monthOf,
  type Prices,
  type RequestOutcome,
  type Tokens,
  timesMost,
} from '../domain/usage.ts'
import type { Model, ModelInput, ModelReply, ModelRequest, ModelUnavailable } from './model.ts'
import { MOST_ATTEMPTS, MOST_OUTPUT_TOKENS, type Provider, type ProviderReply, STAND_IN } from './provider.ts'
import { subjectsOf } from './subjects-of.ts'

export interface Metering {
  /** What a workspace may use in a month where its admin has set nothing. */
  monthlyTokens: number
  /** Null or missing: costs are told in tokens alone. */
  prices?: Prices | null
  /** Counts the outcome of each request in the metrics. */
  observe(purpose: string, outcome: RequestOutcome | 'off' | 'over-budget', tokens: Tokens): void
}

const LONGEST_MS = 10_000
const NOTHING: Tokens = { input: 0, output: 0 }

type Ports = Pick<Context, 'db' | 'clock' | 'log'>

export function meteredModel(ports: Ports, provider: Provider, metering: Metering): Model {
  const { monthlyTokens, prices = null } = metering
  return {
    limits: { monthlyTokens, prices },
    isStandIn: provider.model === STAND_IN,
    complete: async <Value>(request: ModelRequest<Value>): Promise<ModelReply<Value>> => {
      try {
        return await complete(ports, provider, metering, request)
      } catch (fault) {
        ports.log.warn({ purpose: request.purpose, reason: reasonOf(fault) }, 'the model was not asked')
        return unavailable('fault')
      }
    },
  }
}

const unavailable = (reason: ModelUnavailable) => ({ kind: 'unavailable', reason }) as const

async function complete<Value>(
  { db, clock, log }: Ports,
  provider: Provider,
  { monthlyTokens, observe }: Metering,
  request: ModelRequest<Value>,
): Promise<ModelReply<Value>> {
  const { workspaceId, teamId, purpose } = request
  const settings = await loadModelSettings(db, workspaceId)
  const isOff = settings.isOff || (teamId !== null && (await offTeams(db, workspaceId)).has(teamId))
  if (isOff) {
    observe(purpose, 'off', NOTHING)
    return unavailable('off')
  }
  const most = mostOf(request)
  const logged = { ...request, subjects: await subjectsOf(db, request) }
  const row = rowOf(logged, provider.model, clock.now())
  const budget = settings.monthlyTokens ?? monthlyTokens
  if (!(await db.transaction((tx) => reserveRequest(tx, row, budget)))) {
    observe(purpose, 'over-budget', NOTHING)
    return unavailable('over-budget')
  }
  const reply = await provider.ask(logged, Math.min(request.withinMs ?? LONGEST_MS, LONGEST_MS))
  const { outcome, result } = read(reply, request)
  const tokens = countedTokens(reply, most)
  const tools = reply.kind === 'tool-calls' ? reply.calls.map(({ name }) => name.slice(0, 60)) : []
  // What the answer cost is no reason to lose it: the reservation stays, and counts.
  await db
    .transaction((tx) => settleRequest(tx, row, { outcome, tools, tokens }))
    .catch((fault: unknown) => log.warn({ reason: reasonOf(fault) }, 'a request to the model stays reserved'))
  observe(purpose, outcome, tokens)
  return result
}

const inputsOf = ({ input, earlier = [] }: Pick<ModelRequest, 'input' | 'earlier'>): ModelInput[] => [
  input,
  ...earlier.map(({ result }) => result),
]

type Texts = Pick<ModelRequest, 'system' | 'input' | 'earlier' | 'refused' | 'tools'>

/** More than an attempt will cost. */
function mostOf(request: Texts): Tokens {
  const { system, refused, tools = [], earlier = [] } = request
  const [first, ...results] = inputsOf(request)
  const texts = [
    ...[system, dataText(first!), ...results.map(jsonText), refusedText(refused ?? '')],
    ...earlier.map(({ call }) => JSON.stringify(call)),
  ]
  const described = tools.map(({ name, description }) => `${name} ${description}`.padEnd(400))
  return { input: mostTokensOf([...texts, ...described]), output: MOST_OUTPUT_TOKENS }
}

/** All its attempts together: what a request reserves. */
export function reservedFor(request: Texts): number {
  const { input, output } = timesMost(mostOf(request), MOST_ATTEMPTS)
  return input + output
}

function rowOf(request: ModelRequest, model: string, now: Temporal.Instant): RequestRow {
  const { workspaceId, userId, teamId, purpose, subjects } = request
  const given = new Set(inputsOf(request).flatMap(Object.keys))
  return {
    ...{ workspaceId, requestId: randomUUID(), at: now, month: monthOf(now), userId, teamId, purpose, model },
    subjects: [...subjects],
    fields: SENT_FIELDS.filter((field: SentField) => given.has(field)),
    reservedTokens: reservedFor(request),
  }
}

const REASONS = {
  ...{ timeout: 'timeout', fault: 'fault', 'rate-limited': 'fault' },
  ...{ refused: 'bad-output', broken: 'bad-output' },
} as const satisfies Record<string, ModelUnavailable>

function read<Value>(
  reply: ProviderReply,
  request: ModelRequest<Value>,
): { outcome: RequestOutcome; result: ModelReply<Value> } {
  if (reply.kind === 'failed') return { outcome: reply.reason, result: unavailable(REASONS[reply.reason]) }
  if (reply.kind === 'tool-calls') {
    const known = new Set(request.tools?.map(({ name }) => name))
    // A tool that was not offered is none.
    if (!reply.calls.every(({ name }) => known.has(name)))
      return { outcome: 'bad-output', result: unavailable('bad-output') }
    return { outcome: 'tool-calls', result: { kind: 'tool-calls', calls: reply.calls } }
  }
  const parsed = request.schema.safeParse(reply.value)
  if (!parsed.success) return { outcome: 'bad-output', result: unavailable('bad-output') }
  return { outcome: 'answer', result: { kind: 'answer', value: parsed.data } }
}
